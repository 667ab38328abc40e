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

/** @returns the JSON answer whatever its status; null when there is none */
export async function fetchJson(path: string, init?: RequestInit): Promise<unknown> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), PATIENCE)
  try {
    const response = await fetch(BASE + path, { ...init, signal: abort.signal })
    return await response.json()
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
