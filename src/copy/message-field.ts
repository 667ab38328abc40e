import { clippedTo } from './letters'

/** Types of the fields a subscribe message has, told by their names: thing1, time2. */
export const FIELD_NAME = /^(thing|time|date|number|phrase|character_string|name|amount)\d{1,2}$/

/** What a field holds that has nothing to say: the platform takes no empty one. */
const NOTHING = '见详情'

/** As the platform counts characters. */
const lengthOf = (text: string) => [...text].length

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
      return clippedTo(line || NOTHING, 20, lengthOf)
  }
}
