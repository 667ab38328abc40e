import { previewQuery, readPreview, type CardPreview } from '@/domain/card-preview'
import type { LinkQuery } from '@/domain/link'
import { HOUR } from '@/domain/time'

const startsAt = Date.parse('2026-11-27T16:20:00+08:00')
const preview: CardPreview = {
  ...{ title: '100%的放学护学岗', place: '附中 东门&西门', kind: 'traffic_duty' },
  ...{ startsAt, endsAt: startsAt + HOUR },
}
const query = previewQuery(preview)
const encoded = Object.fromEntries(Object.entries(query).map(([key, it]) => [key, encodeURIComponent(it)]))

it('comes back as it was sent, decoded on the way or not', () => {
  expect(readPreview(encoded)).toEqual(preview)
  expect(readPreview(query)).toEqual(preview)
})

it.each<[string, LinkQuery]>([
  ['no preview', {}],
  ['no title', { ...query, t: undefined }],
  ['a title of nothing that can be seen', { ...query, t: '%E2%80%8B%00 ' }],
  ['a kind that is none', { ...query, k: 'constructor' }],
  ['a beginning that is no number', { ...query, b: '<b>' }],
  ['a beginning before this century', { ...query, b: '1' }],
  ['a length of nothing', { ...query, m: '0' }],
  ['a length of a week', { ...query, m: '9999' }],
  ['a length below nothing', { ...query, m: '-60' }],
])('is none with %s', (_, broken) => {
  expect(readPreview(broken)).toBeNull()
})

it('is cut to a line, and turns no text around', () => {
  const read = readPreview({ ...query, t: `\u202e${'长'.repeat(500)}`, p: '%E4%B' })
  expect(read?.title).toBe('长'.repeat(30))
  expect(read?.place).toBe('%E4%B')
})
