import type { Hono } from 'hono'

/** What a field of a message has to hold so that sending it is answered so. */
export const MESSAGE_MARKS = {
  noAccept: '没点允许',
  tooOften: '发得太多',
  broken: '发送坏了',
  silent: '发送没回音',
} as const

/** Longer than anybody's patience. */
const SILENCE = 60_000

interface SubscribeMessage {
  touser?: string
  template_id?: string
  page?: string
  data?: Record<string, { value?: unknown }>
}

/** subscribeMessage.send, by its documentation. */
export function mountSubscribe(app: Hono): void {
  app.post('/cgi-bin/message/subscribe/send', async (c) => {
    const message = await c.req.json<SubscribeMessage>()
    const text = Object.values(message.data ?? {})
      .map((field) => String(field.value))
      .join('\n')
    if (text.includes(MESSAGE_MARKS.broken)) return c.html('<html><body>502 Bad Gateway</body></html>', 502)
    if (text.includes(MESSAGE_MARKS.silent)) await new Promise((done) => setTimeout(done, SILENCE).unref())
    const [errcode, errmsg] = faultOf(message, text) ?? [0, 'ok']
    return c.json({ errcode, errmsg, ...(errcode === 0 && { msgid: 2_401_000_000_001 }) })
  })
}

function faultOf(message: SubscribeMessage, text: string): [number, string] | null {
  const { touser, template_id: template, page = '', data } = message
  if (!touser) return [40003, 'invalid openid']
  if (!template) return [40037, 'invalid template_id']
  if (page !== '' && !/^(pages|packages)\//.test(page)) return [41030, 'invalid page']
  if (!data || Object.keys(data).length === 0) return [47003, 'argument invalid! data is empty']
  for (const [field, { value }] of Object.entries(data)) {
    const fault = faultOfField(field, typeof value === 'string' ? value : '')
    if (fault) return [47003, `argument invalid! data.${field}.value ${fault}`]
  }
  if (text.includes(MESSAGE_MARKS.tooOften)) return [45009, 'reach max api daily quota limit']
  if (text.includes(MESSAGE_MARKS.noAccept)) return [43101, 'user refuse to accept the msg']
  return null
}

const DATE = /^\d{4}年\d{1,2}月\d{1,2}日( \d{2}:\d{2})?$/
const FORMS: Record<string, RegExp> = {
  thing: /^[^\n]{1,20}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  number: /^-?\d{1,32}(\.\d+)?$/,
  amount: /^[^\d\s]?\d{1,10}(\.\d+)?元?$/,
  phrase: /^\p{Script=Han}{1,5}$/u,
  name: /^(\p{Script=Han}{1,10}|[A-Za-z .]{1,20})$/u,
  date: DATE,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{2}:\d{2}$/,
}

function faultOfField(field: string, value: string): string | null {
  const form = FORMS[field.replace(/\d+$/, '')]
  if (!form) return 'is not a field of the template'
  if (value.trim() === '') return 'is empty'
  return form.test(value) ? null : 'invalid'
}
