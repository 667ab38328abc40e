import { Phone } from './mini-program'
import { Neighbourhood } from './neighbours'
import { eventually } from './waiting'

let here: Neighbourhood
beforeAll(async () => void (here = await Neighbourhood.found()), 120_000)
afterAll(() => here.close())

it('what goes wrong on a phone is told by the built mini-program, once and without people', async () => {
  const said: { action: string; payload: Record<string, string> }[] = []
  const forResident = here.api.forPhoneOf('resident')
  const phone = await Phone.launch({ scene: 1001, path: 'pages/home/index' }, (request) => {
    const { action, payload } = request.data as (typeof said)[number]
    if (action === 'reportError') said.push({ action, payload })
    return forResident(request)
  })
  const failure = 'MiniProgramError\nTypeError: 林晓雯 13800138000 is not a function\n    at a (app.js:1:2)'
  for (const hears of [...phone.failures.error, ...phone.failures.error]) hears(failure)
  for (const hears of phone.failures.rejection) hears({ reason: { errMsg: 'scanCode:fail' } })
  await eventually(
    () => said.length >= 2 || undefined,
    () => `only ${said.length} were told`,
  )
  expect(said.map(({ payload }) => payload)).toEqual([
    expect.objectContaining({
      kind: 'error',
      message: 'MiniProgramError\nTypeError: … … is not a function',
      page: 'pages/home/index',
      version: '0.1.0',
      platform: 'weapp 3.5.0',
    }),
    expect.objectContaining({ kind: 'rejection', message: 'scanCode:fail' }),
  ])
}, 60_000)
