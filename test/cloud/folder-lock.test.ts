import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { lockFolder } from '@/cloud/db/folder-lock'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linli-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const leaveLock = (number: number, pid: number) =>
  writeFileSync(path.join(folder, `linli.lock.${number}`), String(pid))
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid

describe('the lock of a data folder', () => {
  it('is taken, refused to a second, and free again afterwards', () => {
    const unlock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(/open in this process/)
    unlock()
    lockFolder(folder)()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is refused while its holder lives', () => {
    leaveLock(1, process.ppid)
    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.ppid}`)
  })

  it('is taken over from a process that was killed', () => {
    leaveLock(3, deadPid())
    const unlock = lockFolder(folder)
    expect(readdirSync(folder)).toEqual(['linli.lock.4'])
    unlock()
  })
})
