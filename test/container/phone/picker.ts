import { emit } from './events'

/** The platform's picker of a day or a time: the browser's own field, laid over the words that are tapped. */
export function openPickers(): void {
  document.addEventListener('click', ({ target }) => {
    const picker = (target as Element).closest<HTMLElement>('picker')
    if (picker && !picker.querySelector('input')) openPicker(picker)
  })
}

function openPicker(picker: HTMLElement): void {
  const field = document.createElement('input')
  field.type = picker.getAttribute('mode') ?? 'text'
  for (const bound of ['start', 'end'])
    field.setAttribute(bound === 'start' ? 'min' : 'max', picker.getAttribute(bound) ?? '')
  field.value = picker.getAttribute('value') ?? ''
  field.addEventListener('change', () => {
    emit(picker, 'change', { value: field.value })
    field.remove()
  })
  picker.append(field)
  field.focus()
}
