import { readdirSync } from 'node:fs'
import path from 'node:path'
import { call } from '@/api/call'
import type { ActionName } from '@/contract/actions'
import { useHome } from '@/stores/home'
import { useMembers } from '@/stores/members'
import { useMembership } from '@/stores/membership'
import { isPerCommunity } from '@/stores/per-community'
import { useRoster } from '@/stores/roster'

jest.mock('@/api/call')
const sent = jest.mocked(call)

/** Of the person or of the phone, and so the same in every community. */
const SHARED = [
  'usePrivacy',
  'useCommunity',
  'useDemo',
  'useElderMode',
  'useIntentions',
  'useMarks',
  'useMembership',
  'useShare',
]

const answers = new Map<string, (data: unknown) => void>()
/** Each question waits until the test answers it. */
const answer = (action: ActionName, communityId: string, data: unknown) =>
  answers.get(`${action} ${communityId}`)?.(data)

beforeEach(() => {
  answers.clear()
  sent.mockReset()
  sent.mockImplementation(
    ((action: ActionName, { communityId }: { communityId: string }) =>
      new Promise((resolve) => {
        answers.set(`${action} ${communityId}`, (data) => resolve({ ok: true, data, now: 0 }))
      })) as unknown as typeof call,
  )
  useMembership.setState({ communityId: 'aaaaaa' })
})
const enter = (communityId: string) => useMembership.getState().choose(communityId)
const settled = () => new Promise((resolve) => setTimeout(resolve))

it('holds nothing of the community before once another is entered', async () => {
  const shown = useMembers.getState().refresh()
  await settled()
  answer('listUnconfirmed', 'aaaaaa', { doors: [{ building: '2号楼' }], nextCursor: null })
  await shown
  expect(useMembers.getState().unconfirmed.phase).toBe('ready')
  useMembers.setState({ name: '王', which: 'confirmed' })
  enter('bbbbbb')
  expect(useMembers.getState()).toMatchObject({
    ...{ name: '', which: 'unconfirmed', done: null },
    ...{ unconfirmed: { phase: 'loading' }, confirmed: { phase: 'loading' } },
  })
})

it('forgets names that were revealed', () => {
  useRoster.setState({ at: { communityId: 'aaaaaa', sessionId: 's' }, names: { r1: '王芳' } })
  enter('bbbbbb')
  expect(useRoster.getState()).toMatchObject({ at: null, names: {} })
})

it('drops an answer that comes after another community was entered, and takes the new one', async () => {
  void useHome.getState().refresh()
  await settled()
  enter('bbbbbb')
  void useHome.getState().refresh()
  await settled()
  answer('getHome', 'aaaaaa', { community: { id: 'aaaaaa' } })
  await settled()
  expect(useHome.getState().home.phase).toBe('loading')
  answer('getHome', 'bbbbbb', { community: { id: 'bbbbbb' } })
  await settled()
  expect(useHome.getState().home).toMatchObject({ value: { community: { id: 'bbbbbb' } } })
})

it('leaves all as it is when the same community is chosen again', () => {
  useMembers.setState({ name: '王' })
  enter('aaaaaa')
  expect(useMembers.getState().name).toBe('王')
})

describe('every store', () => {
  const folder = path.resolve('src/stores')
  const stores = readdirSync(folder).flatMap((file) => {
    const module = jest.requireActual<Record<string, unknown>>(path.join(folder, file))
    return Object.entries(module).filter(([, it]) => typeof it === 'function' && 'getInitialState' in it)
  })

  it.each(stores.filter(([name]) => !SHARED.includes(name)))('%s is emptied on the switch', (_, store) => {
    expect(isPerCommunity(store)).toBe(true)
  })
})
