import { activity, lasting, on, post, type Occasion } from './occasion'

const WEEKDAYS = [0, 1, 2, 3, 4]

/** What needs hands. */
export const service: Occasion[] = [
  {
    key: 'traffic',
    grid: 2,
    since: -6,
    activity: activity({
      kind: 'traffic_duty',
      title: '放学护学岗',
      place: '附中东门',
      description:
        '放学这一小时站在校门口和斑马线旁，请电动车慢一点，护孩子过街。第一次来的邻居由老队员带着站。',
      bring: '深色外套；马甲和小旗在东门岗亭领',
      riskNote: '始终站在路沿以内，不进机动车道，不拦车。',
      contact: '护学队 陈队长',
    }),
    sessions: WEEKDAYS.map((day) => lasting(on(day, 16 + 20 / 60), 60)),
    slots: [
      post({ title: '附中东门', capacity: 2, points: 10 }, [[2], [2], [1, 1], [1, 1], [0, 2]]),
      post({ title: '河畔路斑马线', capacity: 2, points: 10 }, [[2], [1], [1], [0, 1], [0, 1]]),
    ],
  },
  {
    key: 'library',
    since: -6,
    activity: activity({
      kind: 'gathering',
      title: '图书室整理夜',
      place: '社区图书室',
      description: '把一周还回来的书擦干净、贴好标签、放回原处。边干活边聊书，第一次来也很快上手。',
      bring: '戴眼镜的带上眼镜',
      contact: '图书室 刘老师',
    }),
    sessions: [lasting(on(2, 19), 90)],
    slots: [post({ title: '整理图书', capacity: 6, points: 15 }, [[3, 1]])],
  },
  {
    key: 'clean-up',
    grid: 0,
    since: -6,
    activity: activity({
      kind: 'clean_up',
      title: '周六大扫除',
      place: '凤凰苑小广场集合',
      description:
        '六个网格一起动手：楼道杂物、河畔步道、车棚。到广场后分组，每组一位网格员带队，十一点收工合影。',
      bring: '手套和水；扫帚、夹子、垃圾袋社区备好',
      riskNote: '不攀高，不搬二十公斤以上的重物；雨天改期会提前通知。',
      contact: '网格站 赵主任',
    }),
    sessions: [lasting(on(5, 9), 120)],
    slots: [post({ title: '清洁志愿者', capacity: 100, points: 20 }, [[58, 6]])],
  },
]
