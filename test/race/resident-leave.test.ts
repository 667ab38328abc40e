import { DAY } from '@/domain/time'
import { deploy, done, settle } from '../cloud/deployment'

const MONDAY = Date.parse('2026-03-02T00:00:00+08:00')
const DAYS = 12

it('loses no day of leaves that are taken at once: they are one in the end', async () => {
  const linli = await deploy(MONDAY, 16)
  const { communityId, resident } = await settle(linli)
  await resident('reader')
  await Promise.all(
    Array.from({ length: DAYS }, (_, day) => {
      const at = new Date(MONDAY + day * DAY).toISOString()
      return done(linli, 'reader', 'setLeave', { communityId, firstAt: at, lastAt: at })
    }),
  )
  const { leaves } = await done(linli, 'reader', 'getSeries', { communityId })
  expect(leaves).toEqual([{ firstAt: MONDAY, lastAt: MONDAY + (DAYS - 1) * DAY }])
  expect(linli.failures).toEqual([])
  await linli.close()
})
