import Taro from '@tarojs/taro'

const place = process.env.TARO_ENV
afterAll(() => {
  process.env.TARO_ENV = place
})

it.each([
  [{ errMsg: 'scanCode:fail privacy permission is not authorized', errno: 104 }, 'denied'],
  [{ errMsg: 'scanCode:fail', errno: 103 }, 'denied'],
  [{ errMsg: 'scanCode:fail cancel' }, 'cancelled'],
  [{ errMsg: 'scanCode:fail' }, 'unavailable'],
])('a camera that answers %j leaves the keys to type the number with', async (error, reason) => {
  process.env.TARO_ENV = 'weapp'
  Object.assign(Taro, { scanCode: () => Promise.reject(error) })
  let scanned: unknown
  await jest.isolateModulesAsync(async () => {
    jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: Taro }))
    scanned = await (await import('@/platform/scan')).scan()
  })
  expect(scanned).toEqual({ ok: false, reason })
})
