// Draws the tab bar's PNGs (81 × 81, the size WeChat asks for) from the shapes below.
// node src/components/icon/tabs/draw.mjs, after changing a shape; the PNGs are committed.
import { writeFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import { chromium } from 'playwright-core'

const SIZE = 81

const line = (d) =>
  `<path d="${d}" fill="none" stroke="COLOUR" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"/>`
const solid = (d) =>
  `<path d="${d}" fill="COLOUR" stroke="COLOUR" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"/>`
const cut = (d) =>
  `<path d="${d}" fill="none" stroke="#000" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"/>`

const house = 'M4 10.6 12 4l8 6.6V19a1.4 1.4 0 0 1-1.4 1.4H5.4A1.4 1.4 0 0 1 4 19z'
const sheet =
  'M5.6 5.4h12.8A1.6 1.6 0 0 1 20 7v11.4a1.6 1.6 0 0 1-1.6 1.6H5.6A1.6 1.6 0 0 1 4 18.400V7a1.600 1.600 0 0 1 1.600-1.600z'
const sprout = 'M12 13.200c0-4.600-2.800-7.200-8-7.200 0 4.800 2.800 7.200 8 7.200z'
const sprout2 = 'M12 10.200c0-3.800 2.600-6.200 8-6.200 0 4.200-2.800 6.200-8 6.200z'
const head = 'M12 11.400a3.700 3.700 0 1 0 0-7.400 3.700 3.700 0 0 0 0 7.400z'
const body = 'M4.600 20c.5-3.500 3.500-5.400 7.400-5.400s6.900 1.900 7.400 5.400z'

/** Each tab: what is drawn, and what is cut out of it when it is filled. */
const tabs = {
  home: { fill: [house], open: ['M9.600 20v-5.200h4.800V20'] },
  schedule: {
    fill: [sheet],
    open: ['M4.400 10h15.200', 'M8.600 14h2.200'],
    stalks: ['M8.400 3.600v3.200', 'M15.600 3.600v3.200'],
  },
  points: { fill: [sprout, sprout2], open: [], stalks: ['M12 10.200V20.400', 'M8 20.400h8'] },
  me: { fill: [head, body], open: [] },
}

const colours = {
  '': '#5B665F',
  '-active': '#1F7A4D',
  '-dark': '#A9B5AD',
  '-dark-active': '#6FCB9A',
}

function svg({ fill, open, stalks = [] }, colour, active) {
  const shapes = active
    ? `<mask id="m"><rect width="24" height="24" fill="#fff"/>${open.map(cut).join('')}</mask>
       <g mask="url(#m)">${fill.map(solid).join('')}</g>${stalks.map(line).join('')}`
    : [...fill, ...open, ...stalks].map(line).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="${SIZE}" height="${SIZE}">${shapes.replaceAll('COLOUR', colour)}</svg>`
}

/** PNG of one colour in 16 strengths: a palette of 4 bits instead of 32 a pixel. */
function png(colour, alphas) {
  const rgb = colour
    .slice(1)
    .match(/../g)
    .map((hex) => parseInt(hex, 16))
  const levels = Array.from({ length: 16 }, (_, level) => level)
  const stride = Math.ceil(SIZE / 2) + 1
  const pixels = Buffer.alloc(stride * SIZE)
  alphas.forEach((alpha, at) => {
    const x = at % SIZE
    pixels[Math.floor(at / SIZE) * stride + 1 + (x >> 1)] |= Math.round(alpha / 17) << (x % 2 ? 0 : 4)
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIZE, 0)
  header.writeUInt32BE(SIZE, 4)
  header.set([4, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(levels.flatMap(() => rgb))),
    chunk('tRNS', Buffer.from(levels.map((level) => level * 17))),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type), body])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(body.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

function crc32(bytes) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** @returns the alpha of each pixel, row by row; runs in the browser */
async function alphasOf(url) {
  const image = new Image()
  image.src = url
  await image.decode()
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return [...context.getImageData(0, 0, image.width, image.height).data].filter((_, at) => at % 4 === 3)
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage()
for (const [name, shapes] of Object.entries(tabs)) {
  for (const [suffix, colour] of Object.entries(colours)) {
    const drawing = svg(shapes, colour, suffix.endsWith('active'))
    const alphas = await page.evaluate(alphasOf, `data:image/svg+xml,${encodeURIComponent(drawing)}`)
    await writeFile(new URL(`${name}${suffix}.png`, import.meta.url), png(colour, alphas))
  }
}
await browser.close()
