import { View } from '@tarojs/components'
import { useEffect, useRef, useState, type PropsWithChildren, type ReactNode } from 'react'
import './long-list.scss'

/** Tells whether an element is near the screen, and how high it is drawn, in pixels; returns what ends that. */
export type Watch = (element: unknown, tell: (near: boolean, height: number) => void) => () => void

interface LongListProps<Row> {
  rows: Row[]
  row(row: Row): ReactNode
  watch: Watch
  /** space between the rows; else they are lines of a card */
  spaced?: boolean
}

const ROWS_IN_PART = 10

/** Of what comes in one go, a next page at most: the rest waits until it is scrolled to. */
const PARTS_AT_ONCE = 3

/** Of a row that was never drawn, in pixels. */
const HEIGHT = 56

/**
 * Rows of which only those near the screen are there: a long list costs no more than a short one. It goes by
 * parts, as a row that is added or taken away sends the rest of its part, too, to the thread that draws.
 */
export function LongList<Row>({ rows, row, watch, spaced = false }: LongListProps<Row>) {
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS_IN_PART) }, (_, part) =>
    rows.slice(part * ROWS_IN_PART, (part + 1) * ROWS_IN_PART),
  )
  const [count, setCount] = useState({ before: 0, now: parts.length })
  if (count.now !== parts.length) setCount({ before: count.now, now: parts.length })
  const className = spaced ? 'stack' : ''
  return (
    <View className={className}>
      {parts.map((part, index) => (
        <Part
          key={index}
          watch={watch}
          className={className}
          waits={index < count.before + PARTS_AT_ONCE ? null : part.length * HEIGHT}
        >
          {part.map(row)}
        </Part>
      ))}
    </View>
  )
}

interface PartProps {
  watch: Watch
  className: string
  /** how much room to keep for the rows at first; null: they are drawn at once */
  waits: number | null
}

function Part({ watch, className, waits, children }: PropsWithChildren<PartProps>) {
  const place = useRef<unknown>(null)
  /** how much room its rows take; null while they are there */
  const [room, setRoom] = useState(waits)
  useEffect(() => watch(place.current, (near, height) => setRoom(near ? null : height)), [watch])
  return (
    <View
      ref={place}
      className={`long-list-part ${className}`}
      style={room === null ? {} : { height: `${room}px` }}
    >
      {room === null ? children : null}
    </View>
  )
}
