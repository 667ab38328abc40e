import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { deploy } from './deployment'
import { asOwner } from './older-database'

// At night somebody copies these commands: each has to be there, and to run.
const runbook = readFileSync('config/runbook.md', 'utf8')
const all = (pattern: RegExp) => [...runbook.matchAll(pattern)].map(([, found = '']) => found)

it('the runbook names scripts, variables and files that are there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const named = new Set(all(/npm run ([\w:]+)/g))
  expect(named.size).toBeGreaterThan(3)
  expect([...named].filter((name) => !(name in scripts))).toEqual([])
  const readme = readFileSync('README.md', 'utf8')
  const variables = new Set(all(/`\$?([A-Z]+_[A-Z_]+)/g))
  expect([...variables].filter((name) => !readme.includes(name))).toEqual([])
  const links = all(/\]\(([^)#]+)/g)
  expect(links.filter((link) => !existsSync(path.join('config', link)))).toEqual([])
})

it('the SQL of the runbook runs', async () => {
  const statements = all(/ -c "([^"]+)"/g)
  expect(statements.length).toBeGreaterThan(6)
  const linli = await deploy(Date.now())
  await asOwner(linli.url, async (owner) => {
    for (const sql of statements.filter((it) => !it.startsWith('ALTER ROLE')))
      await owner.query(sql.replace('PID', '0'))
  })
  await linli.close()
})

it('is one page', () => expect(runbook.split('\n').length).toBeLessThan(120))
