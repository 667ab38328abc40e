import { PATIENCE, type Outgoing } from './outgoing'

const BASE = process.env.LINLI_API_BASE

export async function sendByFetch({ action, payload, requestId, token }: Outgoing): Promise<unknown> {
  return fetchJson(`/api/${action}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Request-Id': requestId,
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(payload),
  })
}

// An error page in HTML did arrive; a body that was cut off did not.
function notJson(reason: unknown): undefined {
  if (reason instanceof SyntaxError) return undefined
  throw reason
}

/** @returns the JSON answer whatever its status, undefined when it is no JSON; null when there is no answer */
export async function fetchJson(path: string, init?: RequestInit): Promise<unknown> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), PATIENCE)
  try {
    const response = await fetch(BASE + path, { ...init, signal: abort.signal })
    return await response.json().catch(notJson)
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
