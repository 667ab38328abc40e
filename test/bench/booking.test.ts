import { bookFor, deploy } from './in-process'
import { Neighbourhood } from './neighbourhood'
import { rushOverHttp } from './over-http'

// The measurements themselves are campaigns; here their small size shows that what they count is right.
let neighbourhood: Neighbourhood
beforeAll(async () => {
  neighbourhood = await Neighbourhood.settle(process.env.TEST_DATABASE_URL ?? '', 700)
}, 60_000)
afterAll(() => neighbourhood.close())

it('books everybody once on one hot slot, and sells nothing twice', async () => {
  const deployment = await deploy(neighbourhood, 4)
  const ground = await neighbourhood.open(1, 500)
  const measured = await bookFor(deployment, ground, { clients: 64, seconds: 60, residents: 600 })
  expect(measured).toMatchObject({ booked: 500, refused: 100 })
  expect(await neighbourhood.count(ground)).toEqual({ taken: 500, oversold: 0 })
  await deployment.database.close()
}, 90_000)

it('gives thirty places to three hundred at once over HTTP, without an error', async () => {
  const row = await rushOverHttp(neighbourhood, { people: 300, places: 30 })
  expect(row.oversold).toBe(0)
}, 60_000)
