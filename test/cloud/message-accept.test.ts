import { readAccount } from '@/cloud/environment'
import { readTemplateForm, type TemplateForms } from '@/cloud/wechat/message-template'
import { createPlatformServices } from '@/cloud/wechat/platform-services'
import { MESSAGE_TEMPLATES, type AcceptAnswer, type MessageTemplate } from '@/domain/platform-message'
import { call, deploy, done, settle, type TestDeployment } from './deployment'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')

let linli: TestDeployment
let communityId: string
beforeAll(async () => {
  linli = await deploy(MONDAY)
})
afterAll(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})
beforeEach(async () => {
  connect()
  const community = await settle(linli)
  communityId = community.communityId
  await community.resident('wang')
})

/** The platform itself is asked nothing here. */
function connect(without: MessageTemplate[] = []): void {
  const kinds = MESSAGE_TEMPLATES.filter((it) => !without.includes(it))
  const templates = Object.fromEntries(
    kinds.map((it) => [it, readTemplateForm(it, `template-${it}`)]),
  ) as TemplateForms
  const account = { appId: 'app', secret: 'secret', apiUrl: 'http://platform.invalid', templates }
  Object.assign(linli.services, createPlatformServices(account))
}

const answered = (who: string, template: string, answer: AcceptAnswer = 'accept', requestId?: string) =>
  call(linli, who, 'recordAccepts', { communityId, answers: [{ template, answer }] }, requestId)
async function acceptsOf(who: string, template = 'reminder'): Promise<number> {
  const [row] = await linli.database.transaction((tx) =>
    tx.query<{ accepted: number }>(
      `SELECT accepted FROM message_accept a JOIN resident r ON r.community_id = a.community_id AND r.id = a.resident_id
       WHERE a.community_id = $1 AND r.open_id = $2 AND template = $3`,
      [communityId, who, template],
    ),
  )
  return row?.accepted ?? 0
}

describe('what is allowed', () => {
  it('is counted by taps, and once for the same request', async () => {
    await answered('wang', 'reminder', 'accept', 'accept-once-1')
    await answered('wang', 'reminder', 'accept', 'accept-once-1')
    expect(await acceptsOf('wang')).toBe(1)
    await answered('wang', 'reminder')
    expect(await acceptsOf('wang')).toBe(2)
  })

  it('is not kept beyond twenty', async () => {
    for (let tap = 0; tap < 22; tap += 1) await answered('wang', 'reminder')
    expect(await acceptsOf('wang')).toBe(20)
  })

  it.each<[AcceptAnswer, number]>([
    ['reject', 1],
    ['filter', 1],
    ['ban', 0],
  ])('stands after %s at what it should', async (answer, left) => {
    await answered('wang', 'reminder')
    expect(await answered('wang', 'reminder', answer)).toMatchObject({ ok: true })
    expect(await acceptsOf('wang')).toBe(left)
  })

  it('is of a kind that exists, and that is set up', async () => {
    expect(await answered('wang', 'advert')).toMatchObject({
      error: {
        code: 'bad_input',
        faults: [{ path: 'answers.0.template', message: /must be one of the kinds/ }],
      },
    })
    connect(['offer'])
    expect(await answered('wang', 'offer')).toMatchObject({
      error: {
        code: 'bad_input',
        faults: [{ path: 'answers.0.template', message: 'no message of this kind is set up here' }],
      },
    })
    expect(await acceptsOf('wang', 'offer')).toBe(0)
  })

  it('is named once in a request', async () => {
    const twice = { template: 'reminder', answer: 'accept' }
    expect(
      await call(linli, 'wang', 'recordAccepts', { communityId, answers: [twice, twice] }),
    ).toMatchObject({
      error: { code: 'bad_input' },
    })
  })
})

it('tells a phone what it may ask leave for: nothing where nothing is set up', async () => {
  connect(['booked', 'opening', 'vacancy', 'offer', 'change', 'points'])
  expect(await done(linli, 'wang', 'getMessageTemplates', {})).toEqual({
    templates: [{ template: 'reminder', id: 'template-reminder' }],
  })
  Object.assign(linli.services, createPlatformServices(null))
  expect(await done(linli, 'wang', 'getMessageTemplates', {})).toEqual({ templates: [] })
})

describe('the templates a deployment is started with', () => {
  const account = { WX_APPID: 'wx1', WX_SECRET: 'secret' }
  it('are those that are set, each with its fields', () => {
    const read = readAccount({
      ...account,
      WX_TEMPLATE_REMINDER: 'template-r',
      WX_TEMPLATE_POINTS: 'template-p:thing4,-,thing1',
    })
    expect(Object.keys(read?.templates ?? {})).toEqual(['reminder', 'points'])
    expect(read?.templates?.points?.fields).toEqual([
      { part: 'activity', field: 'thing4' },
      { part: 'note', field: 'thing1' },
    ])
    expect(readAccount(account)?.templates).toEqual({})
  })

  it('are refused with a sentence when they are none', () => {
    expect(() => readAccount({ ...account, WX_TEMPLATE_OFFER: 'template-o:thing1' })).toThrow(
      'WX_TEMPLATE_OFFER must be a template id, or id:thing1,time2,… with a field (or -) for each of activity, time, until, note.',
    )
  })
})
