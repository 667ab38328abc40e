import { call } from '@/api/call'
import type { CallView } from '@/contract/get-call'
import { callMeanwhile } from '@/copy/call-change'
import { callTemplate } from '@/copy/call-template'
import type { CallTexts } from '@/domain/call-texts'
import { useCallChange } from '@/stores/call-change'
import { followingTexts, textFaults, textsIn } from '@/stores/call-change-form'

jest.mock('@/api/call')
const sent = jest.mocked(call)

const template = callTemplate('clean_up', 0)
const view: CallView = {
  ...{ id: 'call00000000', version: 1, cover: 'broom', publishedAt: 0, open: true },
  draft: { activity: template.activity, sessions: [template.first], slots: template.slots },
}
const was = textsIn(view).activity

describe('what a cadre has typed', () => {
  const now: CallTexts = { ...was, bring: '雨衣', cover: 'garden' }

  it('follows a colleague’s change where nothing was typed, and stays where something was', () => {
    expect(followingTexts(was, was, now)).toEqual(now)
    expect(followingTexts({ ...was, bring: '水杯' }, was, now)).toEqual({ ...now, bring: '水杯' })
    expect(followingTexts({ ...was, title: '扫除' }, was, now)).toEqual({ ...now, title: '扫除' })
  })

  it('is told what the colleague has changed, shortly', () => {
    expect(callMeanwhile(was, now)).toBe(
      '刚才有同事改了：带什么改成“雨衣”；封面改成菜地。您填的还在，看看再改。',
    )
    expect(callMeanwhile(was, { ...was, bring: '' })).toContain('带什么去掉了')
    expect(callMeanwhile(was, { ...was, description: '长'.repeat(41) })).toContain(`“${'长'.repeat(40)}…”`)
  })
})

describe('a fault stands at its field', () => {
  it.each<[string, Partial<CallTexts>, string, string]>([
    ['no title', { title: '  ' }, 'title', 'missing'],
    ['a title of nothing one can see', { title: '\u200b' }, 'title', 'missing'],
    ['a title of 31', { title: '长'.repeat(31) }, 'title', 'too_many_characters'],
    ['a control character', { bring: 'a\u0007' }, 'bring', 'odd_characters'],
    ['no risk note', { riskNote: ' ' }, 'riskNote', 'risk_note_missing'],
    ['no insurance', { insurance: '' }, 'insurance', 'insurance_missing'],
  ])('%s', (_, part, path, fault) => {
    expect(textFaults({ ...was, ...part }, 'clean_up')).toEqual([{ path, fault }])
  })

  it('and none where a garden needs no risk note', () => {
    expect(textFaults({ ...was, riskNote: '', insurance: '' }, 'garden')).toEqual([])
  })
})

describe('on the page', () => {
  const store = () => useCallChange.getState()
  beforeEach(async () => {
    sent.mockReset()
    sent.mockResolvedValueOnce({ ok: true, data: view, now: 1 } as never)
    await store().open('dem000', view.id)
  })

  it('sends nothing when nothing is different but blanks, nor what has a fault', async () => {
    store().write({ title: `${was.title} ` })
    await store().save()
    store().write({ title: '' })
    await store().save()
    expect(sent).toHaveBeenCalledTimes(1)
    expect(store().faults).toEqual([{ path: 'title', fault: 'missing' }])
    store().write({ title: '扫除' })
    expect(store().faults).toEqual([])
  })

  it('says how many were told, and goes on from the new version', async () => {
    store().write({ bring: ' 雨衣 ' })
    sent.mockResolvedValueOnce({ ok: true, data: { version: 2, told: 3 }, now: 1 } as never)
    await store().save()
    expect(sent.mock.calls.at(-1)?.[1]).toMatchObject({ version: 1, activity: { bring: '雨衣' } })
    expect(store()).toMatchObject({ told: 3, seen: { version: 2, activity: { bring: '雨衣' } } })
  })

  it('shows what a colleague changed meanwhile, loses nothing typed, and then sends the new version', async () => {
    store().write({ bring: '水杯' })
    const activity = { ...was, title: '楼道扫除', bring: '雨衣' }
    const error = { code: 'refused', message: '', reason: { reason: 'call_changed', version: 2, activity } }
    sent.mockResolvedValueOnce({ ok: false, error, now: 1 } as never)
    await store().save()
    expect(store()).toMatchObject({ before: was, form: { title: '楼道扫除', bring: '水杯' } })
    sent.mockResolvedValueOnce({ ok: true, data: { version: 3, told: 0 }, now: 1 } as never)
    await store().save()
    expect(sent.mock.calls.at(-1)?.[1]).toMatchObject({
      version: 2,
      activity: { title: '楼道扫除', bring: '水杯' },
    })
    expect(store().before).toBeNull()
  })
})
