import { auditWords } from '@/copy/audit'
import { AUDIT_ACTIONS, auditKindOf } from '@/domain/audit'

const NOW = Date.parse('2026-03-02T09:00+08:00')

it.each(AUDIT_ACTIONS)('has words and a kind for %s, with and without what it may lack', (action) => {
  const entry = { id: 'aaaaaaaaaaaa', action, at: NOW, actor: { id: 'bbbbbbbbbbbb', name: '王敏' } }
  const bare = { ...entry, subject: null, session: null, title: null, why: null }
  for (const it of [bare, { ...bare, subject: { id: 'cccccccccccc', name: '' }, title: '东门', why: '5' }]) {
    const { act, detail } = auditWords(it, { now: NOW, elder: false })
    expect(act).toMatch(/^[\u4e00-\u9fff]/)
    expect(`${act}${detail}`).not.toMatch(/undefined|NaN|!/)
  }
  expect(auditKindOf(action)).toMatch(/^[a-z]+$/)
})
