import type { Fault } from './fault'

const forbidden: string[] = []

/** Hears from the start what the server's policy forbids the page. */
export function watchPolicy(): void {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    forbidden.push(`${violatedDirective} ${blockedURI}`),
  )
}

/** A page that needs what is forbidden lacks something on the screen, or will. */
export function policyFaults(): Fault[] {
  return forbidden.map((what) => ({ rule: 'policy', what }))
}
