import { call } from '@/api/call'
import { CODE_STEP } from '@/domain/check-in-code'
import { numberAt, useCheckInCode } from '@/stores/check-in-code'

jest.mock('@/api/call')
const sent = jest.mocked(call)

const from = 1000 * CODE_STEP
const numbers = { sessionId: 's', from, codes: ['000001', '000002', '000003'], offset: 0 }

it.each([
  ['the first when it begins', from, '000001', from + CODE_STEP],
  ['the first to its last millisecond', from + CODE_STEP - 1, '000001', from + CODE_STEP],
  ['the next from then on', from + CODE_STEP, '000002', from + 2 * CODE_STEP],
  ['the last', from + 3 * CODE_STEP - 1, '000003', from + 3 * CODE_STEP],
])('shows %s', (_, now, code, until) => {
  expect(numberAt(numbers, 's', now)).toEqual({ code, until })
})

it.each([
  ['before the first', 's', from - 1],
  ['after the last', 's', from + 3 * CODE_STEP],
  ['of another session', 'other', from],
])('shows none %s', (_, sessionId, now) => {
  expect(numberAt(numbers, sessionId, now)).toBeNull()
})

it('goes on without a network after the app was closed, by the server’s clock where the phone’s is wrong', async () => {
  const ahead = 10 * 60_000
  const now = Math.floor((Date.now() + ahead) / CODE_STEP) * CODE_STEP
  const data = { code: '111111', ahead: ['222222'], until: now + CODE_STEP, opensAt: 0 }
  sent.mockResolvedValue({ ok: true, data: data as never, now })
  await useCheckInCode.getState().renew('c', 's')
  await jest.isolateModulesAsync(async () => {
    const again = await import('@/stores/check-in-code')
    const { serverNow } = await import('@/stores/clock')
    again.useCheckInCode.getState().restore('s')
    expect(Math.abs(serverNow() - now)).toBeLessThan(CODE_STEP)
    expect(again.numberAt(again.useCheckInCode.getState().numbers, 's', now)?.code).toBe('111111')
  })
})
