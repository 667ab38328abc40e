import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const APP = 'dist/weapp'
const BARE_PAGE = 'dist/hello'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** The built mini-program with one of its files larger by so many bytes. */
function appWith(file: string, bytes: number): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'linli-size-'))
  folders.push(copy)
  cpSync(APP, copy, { recursive: true })
  appendFileSync(path.join(copy, file), ' '.repeat(bytes))
  return copy
}

function size(app: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['config/size/size.mjs', app, BARE_PAGE], {
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

describe('the package budget', () => {
  it('is kept: main at most twice a bare Taro page, no sub-package over 300 KB', () => {
    const { status, said } = size(APP)
    expect(said).not.toMatch(/more than/)
    expect(status).toBe(0)
  })

  it('names what is in the packages, the largest first', () => {
    const { said } = size(APP)
    expect(said).toMatch(/react-reconciler +[\d,]{5,}/)
    expect(said).toMatch(/src\/copy +[\d,]{5,}/)
  })

  it('is broken by a main package that grows past it, and says by how much', () => {
    const { status, said } = size(appWith('app.js', 500_000))
    expect(said).toMatch(/^main has 1,\d{3},\d{3} bytes, more than [\d,]+: 2 × a bare Taro page\.$/m)
    expect(status).toBe(1)
  })

  it('is broken by a sub-package that grows past it, whatever the main package does', () => {
    const { status, said } = size(appWith('packages/resident/inbox/index.js', 300_000))
    expect(said).toMatch(/^packages\/resident has [34]\d\d,\d{3} bytes, more than 300,000/m)
    expect(said).not.toMatch(/^main has/m)
    expect(status).toBe(1)
  })

  it('does not count what stays at home, such as licences', () => {
    const [before, after] = [size(APP), size(appWith('app.js.LICENSE.txt', 500_000))].map(
      ({ said }) => /^main +([\d,]+)/m.exec(said)?.[1],
    )
    expect(after).toBe(before)
  })
})
