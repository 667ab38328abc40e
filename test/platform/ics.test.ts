import { icsOf } from '@/platform/ics'

const startsAt = Date.parse('2026-12-02T16:20:00+08:00')
const event = {
  ...{ uid: 'abc@linli', title: '放学护学岗', place: '附中东门', notes: '岗位:交通引导(东门)' },
  ...{ startsAt, endsAt: startsAt + 3_600_000, alarm: 60 },
}
const linesOf = (change: Partial<typeof event> = {}) => icsOf({ ...event, ...change }, startsAt).split('\r\n')
const unfolded = (lines: string[]) => lines.join('\n').replace(/\n /g, '').split('\n')

it('has the times of the world’s clock, and one line for each thing', () => {
  const lines = linesOf()
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  for (const line of [
    'DTSTART:20261202T082000Z',
    'DTEND:20261202T092000Z',
    'TRIGGER:-PT60M',
    'SUMMARY:放学护学岗',
  ])
    expect(lines).toContain(line)
  expect(lines.at(-1)).toBe('')
})

it('takes no text for a line of its own', () => {
  const title = '绘本;课,\\\r\nBEGIN:VEVENT'
  const lines = unfolded(linesOf({ title }))
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
  expect(lines).toContain('SUMMARY:绘本\\;课\\,\\\\\\nBEGIN:VEVENT')
})

it('has no line of more than 75 octets, and breaks no letter', () => {
  const notes = '带水杯和蜡笔📚'.repeat(40)
  const lines = linesOf({ notes })
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(unfolded(lines)).toContain(`DESCRIPTION:${notes}`)
})
