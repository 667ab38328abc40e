import { createStoredFiles, type PlatformStorage } from '@/cloud/files/stored-files'
import { tick } from '@/cloud/tick'
import { MINUTE } from '@/domain/time'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

const NOW = Date.parse('2026-11-20T12:00:00+08:00')

/** The platform's storage at its edge, with the answers that its documentation shows. */
class StandIn implements PlatformStorage {
  readonly files = new Map<string, Buffer>()
  maxAges: number[] = []
  linkFails = false

  uploadFile({ cloudPath, fileContent }: { cloudPath: string; fileContent: Buffer }) {
    const fileID = `cloud://linli-1a2b.6c69-linli-1a2b-1250000000/${cloudPath}`
    this.files.set(fileID, fileContent)
    return Promise.resolve({ fileID, statusCode: 200, errMsg: 'uploadFile:ok' })
  }

  getTempFileURL({ fileList }: { fileList: { fileID: string; maxAge: number }[] }) {
    this.maxAges.push(...fileList.map(({ maxAge }) => maxAge))
    return Promise.resolve({
      errMsg: 'getTempFileURL:ok',
      fileList: fileList.map(({ fileID, maxAge }) =>
        this.linkFails
          ? { fileID, maxAge, tempFileURL: '', status: 1, errMsg: 'STORAGE_FILE_NONEXIST' }
          : {
              ...{ fileID, maxAge, status: 0, errMsg: 'ok' },
              tempFileURL: `https://6c69-linli.tcb.qcloud.la/${fileID.split('/').slice(3).join('/')}?sign=a&t=1`,
            },
      ),
    })
  }

  deleteFile({ fileList }: { fileList: string[] }) {
    for (const fileID of fileList) this.files.delete(fileID)
    return Promise.resolve({
      errMsg: 'deleteFile:ok',
      fileList: fileList.map((fileID) => ({ fileID, status: 0 })),
    })
  }
}

let linli: TestDeployment
let here: Neighbourhood
let storage: StandIn

beforeAll(async () => {
  linli = await deploy(NOW)
})
beforeEach(async () => {
  linli.clock.now = NOW
  here = await settle(linli)
  await here.resident('wang')
  storage = new StandIn()
  linli.services.files = createStoredFiles(storage)
})
afterAll(() => linli.close())

const ask = () => ({ communityId: here.communityId, year: 2026, format: 'csv' })

it('puts the file into the storage under a name that says nothing, and gives a link for five minutes', async () => {
  const { url, name, expiresAt } = await done(linli, 'wang', 'exportServiceRecords', ask())
  expect(url).toMatch(/^https:\/\/6c69-linli\.tcb\.qcloud\.la\/exports\/[0-9a-f]{48}\.csv\?sign=/)
  expect([name, expiresAt, storage.maxAges]).toEqual(['平台记录-2026年.csv', NOW + 5 * MINUTE, [300]])
  expect([...storage.files.values()].join('')).toContain('没有记录')
})

it('takes the file away with the first tick after the link is over, and not before', async () => {
  await done(linli, 'wang', 'exportServiceRecords', ask())
  await tick(linli, NOW + 5 * MINUTE - 1)
  expect(storage.files.size).toBe(1)
  await tick(linli, NOW + 5 * MINUTE)
  expect(storage.files.size).toBe(0)
})

it('tries again with the next tick where the storage could not be reached', async () => {
  await done(linli, 'wang', 'exportServiceRecords', ask())
  const { deleteFile } = storage
  storage.deleteFile = () => Promise.reject(new Error('the network is down'))
  await tick(linli, NOW + 5 * MINUTE)
  expect(linli.failures.splice(0)).toHaveLength(1)
  storage.deleteFile = deleteFile.bind(storage)
  await tick(linli, NOW + 6 * MINUTE)
  expect(storage.files.size).toBe(0)
})

it('leaves nothing behind where the storage gives no link', async () => {
  storage.linkFails = true
  const answer = await call(linli, 'wang', 'exportServiceRecords', ask())
  expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  expect(storage.files.size).toBe(0)
})

it('stores no list of honours for who is no cadre', async () => {
  const answer = await call(linli, 'wang', 'exportHonours', { ...ask(), month: null })
  expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  expect(storage.files.size).toBe(0)
})
