import Taro from '@tarojs/taro'
import { followSession } from '@/platform/live-card'

const card = { activityId: 'activity', memberCount: 1, roomLimit: 4 }
const target = process.env.TARO_ENV
afterEach(() => {
  process.env.TARO_ENV = target
  jest.restoreAllMocks()
})

const inWeChat = (answer: () => Promise<unknown>) => {
  process.env.TARO_ENV = 'weapp'
  const update = jest.fn<Promise<unknown>, unknown[]>(answer)
  Object.assign(Taro, { updateShareMenu: update })
  return update
}

it('tells the share menu what the card shows at first', async () => {
  const update = inWeChat(() => Promise.resolve({ errMsg: 'updateShareMenu:ok' }))
  expect(await followSession(card)).toEqual({ ok: true })
  expect(update).toHaveBeenCalledWith({
    isUpdatableMessage: true,
    activityId: 'activity',
    templateInfo: {
      templateId: '21B034D08C5615B9889CE362BB957B1EE69A584B',
      parameterList: [
        { name: 'member_count', value: '1' },
        { name: 'room_limit', value: '4' },
      ],
    },
  })
})

it('lets go of what was followed before', async () => {
  const update = inWeChat(() => Promise.resolve({ errMsg: 'updateShareMenu:ok' }))
  expect(await followSession(null)).toEqual({ ok: true })
  expect(update).toHaveBeenCalledWith({ isUpdatableMessage: false })
})

it('leaves the card an ordinary one where WeChat refuses', async () => {
  inWeChat(() => Promise.reject({ errMsg: 'updateShareMenu:fail' } as unknown as Error))
  expect(await followSession(card)).toEqual({ ok: false, reason: 'failed' })
})

it('does nothing in a browser', async () => {
  const update = inWeChat(() => Promise.resolve({}))
  process.env.TARO_ENV = 'h5'
  expect(await followSession(card)).toEqual({ ok: false, reason: 'not_here' })
  expect(update).not.toHaveBeenCalled()
})
