/** What goes into a calendar. Times in epoch milliseconds. */
export interface CalendarEvent {
  /** the same event put in again replaces the first */
  uid: string
  title: string
  place: string
  notes: string
  startsAt: number
  endsAt: number
  /** an alarm so long before, in minutes */
  alarm: number
}

/** The event as a calendar file (iCalendar, RFC 5545). @param now when it is made */
export function icsOf(
  { uid, title, place, notes, startsAt, endsAt, alarm }: CalendarEvent,
  now: number,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Linli//Linli//ZH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(notes)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:-PT${alarm}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.flatMap(folded).join('\r\n') + '\r\n'
}

const utc = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

const MOST_OCTETS = 73

/** A line has at most 75 octets; what is longer goes on in the next, after a space. */
function folded(line: string): string[] {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const letter of line) {
    const width = octetsOf(letter)
    if (octets + width > MOST_OCTETS) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += letter
    octets += width
  }
  return [...lines, current]
}

function octetsOf(letter: string): number {
  if (letter < '\u0080') return 1
  if (letter < '\u0800') return 2
  return letter.length > 1 ? 4 : 3
}
