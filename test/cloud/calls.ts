import { DAY, HOUR, type Instant } from '@/domain/time'

const iso = (at: Instant) => new Date(at).toISOString()

export const seat = (change: object = {}) => ({
  kind: 'seat',
  title: '孩子名额',
  capacity: 20,
  ageBand: '3-6',
  skill: null,
  withChildren: false,
  points: 0,
  price: null,
  share: 70,
  priorityOpensAt: null,
  opensAt: null,
  newcomersFirst: false,
  householdLimit: null,
  ...change,
})

export const post = (change: object = {}) => ({
  ...seat(),
  kind: 'post',
  title: '领读志愿者',
  capacity: 2,
  ageBand: null,
  points: 10,
  ...change,
})

/** The payload of publishCall for 周六绘本课, or what is changed of it. */
export function pictureBookClass(
  communityId: string,
  startsAt: Instant,
  slots: object[] = [seat(), post()],
  activity: object = {},
) {
  return {
    communityId,
    activity: {
      kind: 'class',
      title: '周六绘本课',
      place: '社区图书室',
      description: '一起读一本绘本',
      bring: '',
      riskNote: '',
      insurance: '',
      contact: '',
      freeCancelHours: 12,
      ...activity,
    },
    sessions: [{ startsAt: iso(startsAt), endsAt: iso(startsAt + HOUR) }],
    slots,
  }
}

/** The window of the main job: 10 points a place from now on, everybody two days later. */
export const withWindow = (now: Instant) => ({
  price: 10,
  priorityOpensAt: null,
  opensAt: iso(now + 2 * DAY),
})
