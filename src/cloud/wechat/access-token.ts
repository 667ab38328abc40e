import * as v from 'valibot'
import type { TemplateForms } from './message-template'

const answer = v.object({ access_token: v.pipe(v.string(), v.minLength(1)), expires_in: v.number() })
/** A token is not used in the last moments of its time. */
const SPARE = 5 * 60_000
const PATIENCE = 3000

export interface PlatformAccount {
  appId: string
  secret: string
  /** of the messages it may send; without it, none */
  templates?: TemplateForms
  /** without a slash at the end */
  apiUrl: string
}

export type FetchUrl = (url: string, init: RequestInit) => Promise<Response>

/** The platform's access token, fetched when it is needed and kept while it lasts. */
export interface AccessToken {
  /** @throws when the platform gives none */
  read(): Promise<string>
  /** the platform has refused it */
  drop(token: string): void
}

/**
 * By POST /cgi-bin/stable_token: asking twice gives the same token, so several instances do not take it from
 * one another.
 */
export function createAccessToken(
  { appId, secret, apiUrl }: PlatformAccount,
  fetchUrl: FetchUrl = fetch,
  now: () => number = Date.now,
): AccessToken {
  let kept: { token: string; until: number } | null = null
  let asking: Promise<string> | null = null
  const ask = async () => {
    const body = JSON.stringify({ grant_type: 'client_credential', appid: appId, secret })
    const response = await fetchUrl(`${apiUrl}/cgi-bin/stable_token`, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(PATIENCE),
    })
    const { access_token: token, expires_in: seconds } = v.parse(answer, JSON.parse(await response.text()))
    kept = { token, until: now() + seconds * 1000 - SPARE }
    return token
  }
  return {
    read() {
      if (kept && now() < kept.until) return Promise.resolve(kept.token)
      asking ??= ask().finally(() => {
        asking = null
      })
      return asking
    },
    drop(token) {
      if (kept?.token === token) kept = null
    },
  }
}
