import { readCommunity, readScannedLink, readSessionLink, sceneOf, type LinkQuery } from '@/domain/link'

const SCENE = 'c=abc123&s=0123456789'
const SHARED = `${SCENE}&h=9x8y7z`
const found = { communityId: 'abc123', sessionId: '0123456789' }
const once = encodeURIComponent

it('has room for community, session and share in the one parameter of a mini-code', () => {
  expect(SHARED.length).toBeLessThanOrEqual(32)
})

it('has no % in it, which a mini-code takes from nobody', () => {
  expect(SHARED).toMatch(/^[0-9A-Za-z!#$&'()*+,/:;=?@._~-]{1,32}$/)
})

it('is read back from the parameter it was written into', () => {
  const link = { ...found, shareId: '9x8y7z' }
  expect(sceneOf(link)).toHaveLength(30)
  expect(readSessionLink({ scene: once(sceneOf(link)) })).toEqual(link)
  expect(readSessionLink({ scene: once(sceneOf(found)) })).toEqual(found)
})

it.each<[string, LinkQuery]>([
  ['a card in a chat', { c: 'abc123', s: '0123456789' }],
  ['a card with what the platform adds', { c: 'abc123', s: '0123456789', __key_: '17', scene: '' }],
  ['a mini-code', { scene: once(SCENE) }],
  ['a mini-code that was decoded on the way', { scene: SCENE }],
  ['a mini-code with more in it', { scene: once(`${SCENE}&g=3`) }],
  ['a mini-code in the other order', { scene: once('s=0123456789&c=abc123') }],
  ['a QR code of the H5 page', { q: once(`https://linli.example.org/pages/session/index?${SCENE}`) }],
  ['a QR code with a fragment', { q: once(`https://linli.example.org/?${SCENE}#top`), scancode_time: '17' }],
])('reads the session from %s', (_, query) => {
  expect(readSessionLink(query)).toEqual(found)
})

const sub = '0123456789ab'
it.each<[string, LinkQuery, string | undefined]>([
  ['a card', { c: 'abc123', s: '0123456789', sub }, sub],
  ['the address of the H5 page', { q: once(`https://linli.example.org/?${SCENE}&sub=${sub}`) }, sub],
  ['a card without one', { c: 'abc123', s: '0123456789' }, undefined],
  ['a card cut off', { c: 'abc123', s: '0123456789', sub: '0123' }, undefined],
  ['a card with a script', { c: 'abc123', s: '0123456789', sub: '<script>' }, undefined],
])('reads the post that is passed on, and always its session, from %s', (_, query, substituteId) => {
  expect(readSessionLink(query)).toEqual({ ...found, substituteId })
})

it.each<[string, LinkQuery, string | undefined]>([
  ['a card', { c: 'abc123', s: '0123456789', h: '9x8y7z' }, '9x8y7z'],
  ['a mini-code', { scene: once(SHARED) }, '9x8y7z'],
  ['the address of the H5 page', { q: once(`https://linli.example.org/?${SHARED}`) }, '9x8y7z'],
  ['a card of before there were shares', { c: 'abc123', s: '0123456789' }, undefined],
  ['a mini-code cut off', { scene: once(SHARED.slice(0, -1)) }, undefined],
  ['a card with a script', { c: 'abc123', s: '0123456789', h: '<b>x</b>' }, undefined],
  ['a scene of 33 characters', { scene: once(`${SHARED}xyz`) }, undefined],
  ['a scene with an escape left in it', { scene: once(`${SHARED.slice(0, -1)}%`) }, undefined],
  ['a card with an escape left in it', { c: 'abc123', s: '0123456789', h: '%25abc' }, undefined],
])('reads the share it came by, and always its session, from %s', (_, query, shareId) => {
  expect(readSessionLink(query)).toEqual({ ...found, shareId })
})

it.each<[string, LinkQuery]>([
  ['nothing', {}],
  ['half of it', { c: 'abc123' }],
  ['the other half', { s: '0123456789' }],
  ['ids of another length', { c: 'abc12', s: '0123456789' }],
  ['ids in capitals', { c: 'ABC123', s: '0123456789' }],
  ['a line after the id', { c: 'abc123\n', s: '0123456789' }],
  ['a script', { c: '<script>', s: 'alert(1)//' }],
  ['half an escape', { scene: '%E0%A4%A' }],
  ['a scene with a lone %', { scene: `${SCENE}%` }],
  ['a scene that was encoded twice', { scene: once(once(SCENE)) }],
  ['a scene of 33 characters cut to 32', { scene: once('c=abc123&session=0123456789abcdef') }],
  ['a scene cut off by its length', { scene: once('c=abc123&s=01234') }],
  ['a scene of no pairs', { scene: once('&&==&c&s') }],
  ['an address without a query', { q: once('https://linli.example.org/pages/session/index') }],
  ['an escape in an address', { q: '%%%' }],
  ['a very long text', { c: 'a'.repeat(100_000), scene: 'c='.repeat(50_000) }],
  ['what is no text', { c: ['abc123'], s: 17, scene: {}, q: null } as unknown as LinkQuery],
])('finds no session in %s', (_, query) => {
  expect(readSessionLink(query)).toBeNull()
})

it('reads the community of a link that names no session', () => {
  expect(readCommunity({ c: 'abc123', add: 'child' })).toBe('abc123')
  expect(readCommunity({ c: 'abc123/..' })).toBeNull()
  expect(readCommunity({})).toBeNull()
})

const shown = 'packages/resident/check-in/index'
it.each<[string, string, object | null]>([
  [
    'the address on the leader’s screen',
    `https://linli.example.org/${shown}?${SCENE}&n=012345`,
    { number: '012345' },
  ],
  ['the path on the leader’s screen', `/${shown}?${SCENE}&n=012345`, { number: '012345' }],
  ['a poster of the session, which shows no number', `https://linli.example.org/?${SCENE}`, {}],
  ['a number cut off', `/${shown}?${SCENE}&n=01234`, {}],
  ['a shop', 'https://example.org/?id=1&n=012345', null],
  ['a card to pay with', 'wxp://f2f0abc', null],
  ['plain text', '012345', null],
  ['nothing', '', null],
])('reads from a QR code %s', (_, text, rest) => {
  expect(readScannedLink(text)).toEqual(rest && { ...found, ...rest })
})
