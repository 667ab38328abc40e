/** Types of the fields a subscribe message has, told by their names: thing1, time2. */
export const FIELD_NAME = /^(thing|time|date|number|phrase|character_string|name|amount)\d{1,2}$/

/** What a field holds that has nothing to say: the platform takes no empty one. */
const NOTHING = '见详情'

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Cut to so many characters (code points) with … at the end, and never within what is seen as one. */
export function clamped(text: string, most: number): string {
  if ([...text].length <= most) return text
  let kept = ''
  let length = 0
  for (const { segment } of graphemes.segment(text)) {
    length += [...segment].length
    if (length > most - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/**
 * A text as a field takes it, by the platform's limits (订阅消息参数值内容限制): thing 20 characters, phrase 5 Chinese
 * ones, name 10, character_string 32 without Chinese, number digits alone. Times are told as they are.
 * @param field its name in the template
 */
export function fitted(field: string, text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  const type = field.replace(/\d+$/, '')
  switch (type) {
    case 'phrase':
      return [...line.replace(/[^\p{Script=Han}]/gu, '')].slice(0, 5).join('') || '有消息'
    case 'name':
      return [...line.replace(/[^\p{L}]/gu, '')].slice(0, 10).join('') || '邻里'
    case 'number':
    case 'amount':
      return /-?\d{1,10}(\.\d+)?/.exec(line)?.[0] ?? '0'
    case 'character_string':
      return [...line.replace(/[^\x20-\x7e]/g, '')].slice(0, 32).join('').trim() || '-'
    case 'time':
    case 'date':
      return line || NOTHING
    default:
      return clamped(line || NOTHING, 20)
  }
}
