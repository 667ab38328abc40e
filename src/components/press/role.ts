const WEAPP = process.env.TARO_ENV === 'weapp'

/** What a screen reader is told a View is: the two worlds have two attributes for it. */
export function roleOf(
  role: 'button' | 'checkbox' | 'radio' | 'tab' | 'dialog' | 'img',
): Record<string, unknown> {
  return WEAPP ? { 'aria-role': role } : { role }
}
