const WEAPP = process.env.TARO_ENV === 'weapp'

type Role = 'button' | 'checkbox' | 'radio' | 'tab' | 'dialog' | 'img' | 'heading'
const STILL: Role[] = ['dialog', 'img']

/**
 * What a screen reader is told a View is: the two worlds have two attributes for it. In a browser what answers to
 * a tap is reached by the keyboard, too.
 */
export function roleOf(role: Role): Record<string, unknown> {
  if (WEAPP) return { 'aria-role': role }
  if (role === 'heading') return { role, 'aria-level': 2 }
  return STILL.includes(role) ? { role } : { role, tabindex: 0 }
}

/** Of what a page is about, for who jumps there. WeChat has no such places. */
export const mainRole = WEAPP ? {} : { role: 'main' }

/** Of what scrolls by itself: in a browser the keyboard scrolls what it can reach. */
export const scrollReach = WEAPP ? {} : { tabindex: 0 }

/** Of a Button: WeChat knows what its own is, a browser does not know what Taro's is. */
export const buttonRole = WEAPP ? {} : roleOf('button')

/** What a screen reader calls a field. Taro's field of a browser has the real one inside, which is to be told itself. */
export function fieldLabel(label: string): Record<string, unknown> {
  return { 'aria-label': label, ...(WEAPP ? {} : { nativeProps: { 'aria-label': label } }) }
}
