import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { isField } from './attributes'

const WRITTEN = ['input', 'focus', 'blur', 'confirm']

/** Hands what happens in the browser to the component framework, with what the platform says about it. */
export function dispatch(
  target: glassEasel.Element,
  type: string,
  detail: object,
  options: glassEasel.EventOptions & { originalEvent?: unknown },
) {
  const field = (options.originalEvent as Event | undefined)?.target
  const told =
    WRITTEN.includes(type) && isField(field) ? { value: field.value, cursor: field.selectionStart } : detail
  return glassEasel.Event.dispatchEvent(target, new glassEasel.Event(type, told, options))
}

/** What an element of the platform itself reports, a picker's choice say. */
export function emit(element: HTMLElement, type: string, detail: object): void {
  const target = (element as HTMLElement & { __wxElement?: glassEasel.Element }).__wxElement
  if (target) dispatch(target, type, detail, { bubbles: false })
}
