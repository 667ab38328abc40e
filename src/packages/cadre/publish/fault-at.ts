import { callFault } from '@/copy/call-fault'
import { usePublish } from '@/stores/publish'

/** The words under the field at `path`, or null when it is in order. */
export function useFault(path: string): string | null {
  const fault = usePublish((store) => store.faults.find((it) => it.path === path)?.fault)
  return fault ? callFault(fault) : null
}

/** True when one of the fields under `path` is not in order. */
export function useFaultsUnder(path: string, fields: string[]): boolean {
  return usePublish((store) =>
    fields.some((field) => store.faults.some((it) => it.path === `${path}.${field}`)),
  )
}

/** Id of the element that shows the fault. */
export function anchorOf(path: string): string {
  return `at-${path.replace(/\./g, '-')}`
}
