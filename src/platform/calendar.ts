import Taro from '@tarojs/taro'
import { download } from './file'
import { icsOf, type CalendarEvent } from './ics'
import { whyNot, type WhyNot } from './why-not'

export type CalendarKept = { ok: true; how: 'calendar' | 'file' } | { ok: false; reason: WhyNot }

/** Into the phone's own calendar; in a browser as a file that calendars open. */
export async function keepInCalendar(event: CalendarEvent, now: number): Promise<CalendarKept> {
  if (process.env.TARO_ENV === 'h5') {
    download(
      `data:text/calendar;charset=utf-8,${encodeURIComponent(icsOf(event, now))}`,
      `${event.title}.ics`,
    )
    return { ok: true, how: 'file' }
  }
  try {
    await inPhone(event)
    return { ok: true, how: 'calendar' }
  } catch (error) {
    return { ok: false, reason: whyNot(error) }
  }
}

// Taro makes no promise of this one.
function inPhone({ title, place, notes, startsAt, endsAt, alarm }: CalendarEvent): Promise<unknown> {
  return new Promise((resolve, reject) => {
    void Taro.addPhoneCalendar({
      title,
      startTime: Math.floor(startsAt / 1000),
      endTime: String(Math.floor(endsAt / 1000)),
      location: place,
      description: notes,
      alarmOffset: alarm * 60,
      success: resolve,
      fail: reject,
    })
  })
}
