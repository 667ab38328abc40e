import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { roleOf } from '@/components/press/role'
import { encode } from 'uqr'

/** A QR code drawn as one path: dark on white in the dark as well, with the quiet edge cameras need. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const drawing = useMemo(() => drawn(text), [text])
  return (
    <View
      className="qr-code"
      {...roleOf('img')}
      aria-label={label}
      data-text={text}
      style={{ backgroundImage: `url("${drawing}")` }}
    />
  )
}

const EDGE = 4

function drawn(text: string): string {
  const { size, data } = encode(text, { ecc: 'M', border: EDGE })
  const runs = data.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x},${y}.5h${length}`))
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'>` +
    `<path fill='#fff' d='M0,0h${size}v${size}H0z'/><path stroke='#000' d='${runs.join('')}'/></svg>`
  return `data:image/svg+xml,${svg.replace(/[<>#%"]/g, encodeURIComponent).replace(/ /g, '%20')}`
}

/** Where the dark modules of one row begin, and how many follow each other. */
function runsOf(row: boolean[]): [number, number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
