import { call } from '@/api/call'
import { load } from '@/stores/loadable'

jest.mock('@/api/call')
const sent = jest.mocked(call)

type Answer = Awaited<ReturnType<typeof call>>
const answer = (name: string) => ({ ok: true, data: { name }, now: 1 }) as unknown as Answer

/** Requests whose answers come when they are told to. */
function questions() {
  const answering: ((answer: Answer) => void)[] = []
  sent.mockImplementation(() => new Promise((resolve) => answering.push(resolve)) as never)
  return answering
}

it('shows what was asked for last, whatever order the answers come in', async () => {
  const answering = questions()
  const first = load('whoAmI', {})
  const second = load('whoAmI', {})
  answering[1]!(answer('new'))
  await second
  answering[0]!(answer('old'))
  expect(await first).toEqual(await second)
  expect(await first).toMatchObject({ value: { name: 'new' } })
})

it('lets the first wait for the second, when its answer comes first', async () => {
  const answering = questions()
  const first = load('whoAmI', {})
  const second = load('whoAmI', {})
  answering[0]!(answer('old'))
  answering[1]!(answer('new'))
  expect([await first, await second]).toMatchObject([{ value: { name: 'new' } }, { value: { name: 'new' } }])
})

it('takes nothing from a question about something else', async () => {
  const answering = questions()
  const one = load('getCall', { communityId: 'c', callId: 'a' })
  const other = load('getCall', { communityId: 'c', callId: 'b' })
  answering[1]!(answer('b'))
  answering[0]!(answer('a'))
  expect([await one, await other]).toMatchObject([{ value: { name: 'a' } }, { value: { name: 'b' } }])
})

it('forgets what it kept when the phone is full, and keeps the newest', async () => {
  sent.mockResolvedValue(answer('new'))
  // What a leader noted is no answer, and stays.
  localStorage.setItem('linli:kept:marks', JSON.stringify({ data: '[]' }))
  localStorage.setItem('linli:kept:answer:old', JSON.stringify({ data: '{}' }))
  const set = jest.spyOn(Storage.prototype, 'setItem').mockImplementationOnce(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await load('whoAmI', {}, { keep: true })
  set.mockRestore()
  expect(Object.keys(localStorage).sort()).toEqual([
    'linli:kept:answer:whoAmI:{}',
    'linli:kept:contract',
    'linli:kept:marks',
  ])
})

it('shows nothing of an older app’s answers', async () => {
  sent.mockResolvedValue(answer('old'))
  await load('whoAmI', {}, { keep: true })
  jest.resetModules()
  const same = await import('@/stores/loadable')
  expect(same.keptAnswer('whoAmI', {})).not.toBeNull()
  process.env.LINLI_CONTRACT = 'newer'
  jest.resetModules()
  const newer = await import('@/stores/loadable')
  expect(newer.keptAnswer('whoAmI', {})).toBeNull()
  process.env.LINLI_CONTRACT = 'test'
})
