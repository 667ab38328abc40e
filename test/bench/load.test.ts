import { measureLoad } from './load'

// How fast it is, is measured by the campaign; its small size shows that the week it plays is one without a fault.
it('plays a week without an error, a place sold twice, or somebody sent away unsaid', async () => {
  const said = jest.spyOn(console, 'log').mockImplementation(() => undefined)
  const server = process.env.TEST_DATABASE_URL ?? ''
  await measureLoad(server, { residents: 500, clients: 60, minutes: 0.1, thinkSeconds: 0.3 })
  const lines = said.mock.calls.map(([line]) => String(line))
  said.mockRestore()
  expect(lines.join('\n')).toContain('oversold 0')
  expect(
    lines.filter((line) => /requests of the week|neither way|without Retry|sold twice/.test(line)),
  ).toEqual([])
}, 90_000)
