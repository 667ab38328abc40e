import { call } from '@/api/call'
import { newRequestId } from '@/api/request-id'

const answers = (...bodies: (() => Promise<unknown>)[]) => {
  const fetched = jest.fn()
  for (const json of bodies) fetched.mockResolvedValueOnce({ json })
  Object.assign(globalThis, { fetch: fetched })
  return fetched
}
const json = (value: unknown) => () => Promise.resolve(value)
const html = () => Promise.reject(new SyntaxError('Unexpected token <'))

it('tells a server that is out of order from a network that is not there', async () => {
  answers(json({}), html)
  expect(await call('whoAmI', {})).toMatchObject({ ok: false, error: { code: 'internal' }, now: null })
  Object.assign(globalThis, { fetch: jest.fn().mockRejectedValue(new TypeError('Failed to fetch')) })
  expect(await call('whoAmI', {})).toMatchObject({ error: { code: 'unreachable' }, now: null })
})

it('says why signing in failed, rather than that nobody is signed in', async () => {
  const unavailable = {
    ok: false,
    error: { code: 'unavailable', message: '' },
    now: '2026-12-01T00:00:00.000Z',
  }
  const fetched = answers(json({ personas: [{ code: 'elder' }] }), json(unavailable))
  expect(await call('whoAmI', {}, { requestId: newRequestId() })).toMatchObject({
    error: { code: 'unavailable' },
  })
  expect(fetched).toHaveBeenCalledTimes(2)
})
