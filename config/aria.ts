// Taro's weapp templates know only the attributes they list: these bring aria back where we use it.
const aria = { 'aria-label': '', 'aria-role': '' }
const hidden = { ...aria, 'aria-hidden': '' }

export const ariaComponents = {
  View: { ...hidden, 'aria-checked': '', 'aria-selected': '', 'aria-disabled': '', 'aria-live': '' },
  Text: hidden,
  Image: hidden,
  Button: { ...aria, 'aria-disabled': '' },
  Input: aria,
  Textarea: aria,
  Canvas: { 'aria-hidden': '' },
}
