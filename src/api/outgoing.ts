/** One request on its way, times already on the wire's form. */
export interface Outgoing {
  action: string
  payload: unknown
  requestId: string
  token: string | null
}

/** Brings a request to the API. @returns what answered, an envelope or not; null when nothing did */
export type Send = (request: Outgoing) => Promise<unknown>

export const PATIENCE = 15_000
