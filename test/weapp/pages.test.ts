import { openPage } from './mini-program'

it('opens a page of the built mini-program', async () => {
  const page = await openPage('pages/session/index', { id: 'none' }, () => ({ ok: true, data: {} }))
  expect(page.text()).not.toBe('')
  page.close()
})
