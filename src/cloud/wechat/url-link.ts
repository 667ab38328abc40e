import * as v from 'valibot'
import type { AskPlatform } from './platform'

/**
 * A link that opens a page of the mini-program from outside WeChat, for some days; null where there is none to be had.
 * Never throws.
 * @param path without a leading slash, and without a query
 */
export type MakeUrlLink = (path: string, query: string) => Promise<string | null>

/** Where no account of the platform is configured. */
export const withoutUrlLinks: MakeUrlLink = () => Promise.resolve(null)

const answer = v.object({ url_link: v.pipe(v.string(), v.url(), v.startsWith('https://')) })
/** The longest the platform allows. */
const DAYS = 30

/** urllink.generate, POST /wxa/generate_urllink. */
export function createUrlLinks(ask: AskPlatform): MakeUrlLink {
  return async (path, query) => {
    const body = { path, query, expire_type: 1, expire_interval: DAYS }
    const said = await ask({ path: '/wxa/generate_urllink', body })
    const { success, output } = v.safeParse(answer, said.kind === 'said' && said.errcode === 0 && said.body)
    return success ? output.url_link : null
  }
}
