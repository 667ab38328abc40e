import { measureSetData, MOST } from '../container/measure-set-data'

it('a tap on the session page and the first rendering of home send little, in a community with life in it', async () => {
  const [home, session] = await measureSetData(['pages/home/index', 'pages/session/index'])
  expect(home?.render.bytes).toBeGreaterThan(1024)
  expect(home?.render.bytes).toBeLessThanOrEqual(MOST.homeRender)
  expect(session?.tap?.bytes).toBeGreaterThan(0)
  expect(session?.tap?.bytes).toBeLessThanOrEqual(MOST.sessionTap)
}, 240_000)
