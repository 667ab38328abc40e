import { glassEasel } from 'glass-easel-miniprogram-adapter'

// What the platform says to screen readers under a name of its own.
const SPELLED: Record<string, string> = { 'aria-role': 'role' }

/** An attribute without a value is not there, and what a field holds is its property: as on the platform. */
export function writeAttributes(): void {
  glassEasel.NativeNode.prototype.updateAttribute = function (name, value) {
    const element = this.getBackendElement() as unknown as HTMLElement | null
    if (!element) return
    const attribute = SPELLED[name] ?? name
    if (name === 'value' && isField(element)) writeField(element, value)
    else if (value === undefined || value === null || value === false) element.removeAttribute(attribute)
    else element.setAttribute(attribute, value === true ? '' : String(value))
  }
}

export function isField(element: unknown): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
}

// Writing the same again would move the cursor.
function writeField(field: HTMLInputElement | HTMLTextAreaElement, value: unknown): void {
  const text = String(value ?? '')
  if (field.value !== text) field.value = text
}
