import type { AxeResults } from 'axe-core'
import { contrastFaults } from './colour'
import { coveredFaults } from './end'
import type { Fault } from './fault'
import { policyFaults, watchPolicy } from './policy'
import { shownPage } from './seen'
import { orderFaults, targetFaults, watchListeners } from './targets'
import { textFaults } from './text'

declare global {
  interface Window {
    axe: { run(context: unknown, options: object): Promise<AxeResults> }
    examine(look: { elder: boolean }): Promise<Fault[]>
  }
}

watchListeners()
watchPolicy()

/** The whole frame, bars included; sheets and toasts lie in the page or in the body. */
window.examine = async ({ elder }) => {
  const page = shownPage()
  const faults = [
    ...coveredFaults(page),
    ...textFaults(document.body, elder),
    ...targetFaults(document.body, elder),
    ...contrastFaults(document.body),
    ...orderFaults(page),
    ...policyFaults(),
    ...(await axeFaults()),
  ]
  const seen = new Set<string>()
  return faults.filter(({ rule, what }) => {
    const fresh = !seen.has(rule + what)
    seen.add(rule + what)
    return fresh
  })
}

async function axeFaults(): Promise<Fault[]> {
  const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => ({
        rule: `axe:${id}`,
        what: `${target.join(' ')} ${html.slice(0, 100)}`,
      })),
    )
}
