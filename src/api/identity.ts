import { wechatCode } from '@/platform/login'
import { forget, recall, remember } from '@/platform/storage'
import { listPersonas } from './demo'
import { newRequestId } from './request-id'
import type { Send } from './outgoing'

/** In the cloud the platform says who asks; over plain HTTP a token does. */
export const NEEDS_TOKEN = process.env.TARO_ENV === 'h5' || process.env.LINLI_TRANSPORT === 'http'

const TOKEN = 'token'
const PERSONA = 'persona'

export function bearer(): string | null {
  return NEEDS_TOKEN ? recall<string>(TOKEN) : null
}

export function chosenPersona(): string | null {
  return recall<string>(PERSONA)
}

/** From the next request on this persona asks. Demo mode only. */
export function becomePersona(code: string): void {
  remember(PERSONA, code)
  forget(TOKEN)
}

/** `answer`: what signing in was answered when it gave no token; undefined: there was nothing to sign in with */
export interface SignedIn {
  token: string | null
  answer: unknown
}

let renewal: Promise<SignedIn> | null = null

/** Signs in again; many requests that fail together sign in once. */
export function renewBearer(send: Send): Promise<SignedIn> {
  renewal ??= signIn(send).finally(() => {
    renewal = null
  })
  return renewal
}

async function signIn(send: Send): Promise<SignedIn> {
  const code = process.env.TARO_ENV === 'h5' ? await personaCode() : await codeFromWechat()
  if (code === null) return { token: null, answer: undefined }
  const answer = await send({ action: 'signIn', payload: { code }, requestId: newRequestId(), token: null })
  const token = (answer as { data?: { token?: unknown } } | null)?.data?.token
  if (typeof token !== 'string') return { token: null, answer }
  remember(TOKEN, token)
  return { token, answer }
}

async function codeFromWechat(): Promise<string | null> {
  const login = await wechatCode()
  return login.ok ? login.code : null
}

async function personaCode(): Promise<string | null> {
  const personas = await listPersonas()
  const chosen = personas?.find((it) => it.code === chosenPersona()) ?? personas?.[0]
  if (!chosen) return null
  remember(PERSONA, chosen.code)
  return chosen.code
}
