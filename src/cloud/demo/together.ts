import { activity, lasting, on, post, seat, type Occasion } from './occasion'

/** What brings neighbours to one table. */
export const together: Occasion[] = [
  {
    key: 'haircut',
    since: -1,
    activity: activity({
      kind: 'haircut',
      title: '周四义剪',
      place: '社区服务站 一楼大厅',
      description:
        '免费理发，七十岁以上优先排座。行动不便的老人请在服务台登记，师傅上门。积分可以提前报，周二上午九点对大家开放。',
      bring: '讲究的自带围布',
    }),
    sessions: [lasting(on(3, 9), 150)],
    slots: [
      seat({ title: '理发名额', capacity: 16, price: 5, share: 50, householdLimit: 2 }, [[5, 3]], {
        windowOpens: on(-4, 9),
        opens: on(1, 9),
      }),
      post({ title: '理发师傅', capacity: 3, skill: 'haircut', points: 25 }, [[1, 1]]),
      post({ title: '引座和扫地', capacity: 2, points: 25 }, [[1, 0]]),
    ],
  },
  {
    key: 'tailor',
    since: -1,
    activity: activity({
      kind: 'tailor',
      title: '裁缝便民点',
      place: '社区服务站 一楼大厅',
      description:
        '换拉链、缲裤边、改腰身。七十岁以上半价，八十岁以上不收工钱，走不动的师傅上门。积分可以提前报，周三上午九点对大家开放。',
      bring: '要改的衣服，洗干净',
    }),
    sessions: [lasting(on(4, 9), 120)],
    slots: [
      seat({ title: '缝补名额', capacity: 12, price: 5, share: 50, householdLimit: 2 }, [[4, 2]], {
        windowOpens: on(-3, 9),
        opens: on(2, 9),
      }),
      post({ title: '裁缝师傅', capacity: 2, skill: 'tailoring', points: 20 }, [[1, 0]]),
    ],
  },
  {
    key: 'choir',
    since: -1,
    activity: activity({
      kind: 'gathering',
      title: '老友合唱开放排练',
      place: '社区活动中心 大教室',
      description: '这一周学《茉莉花》的两个声部。不看嗓子，来了就唱，唱完喝茶。',
      bring: '水杯和老花镜',
    }),
    sessions: [lasting(on(4, 18.5), 90)],
    slots: [
      seat({ title: '座位', capacity: 24 }, [[6, 3]]),
      post({ title: '摆椅子、烧水', capacity: 2, points: 15 }, [[0, 1]]),
    ],
  },
  {
    key: 'garden',
    grid: 3,
    since: -6,
    activity: activity({
      kind: 'garden',
      title: '共享花园照料日',
      place: '河畔新村 共享花园',
      description: '浇水、松土、搭架子，孩子可以跟着认菜。收下来的小葱和薄荷放在门口，谁家做饭谁家拿。',
      bring: '手套、遮阳帽',
    }),
    sessions: [lasting(on(6, 8), 90)],
    slots: [post({ title: '花园帮手', capacity: 8, points: 15 }, [[4, 2]])],
  },
  {
    key: 'legal',
    since: -1,
    activity: activity({
      kind: 'gathering',
      title: '邻里法律咨询',
      place: '社区服务站 调解室',
      description: '租房、物业、遗嘱、车位，带着问题来坐坐。懂法律的邻居义务解答，一家二十分钟。',
      bring: '相关的合同或单据',
    }),
    sessions: [lasting(on(6, 14), 120)],
    slots: [
      seat({ title: '咨询名额', capacity: 6, householdLimit: 1 }, [[3, 1]]),
      post({ title: '解答的邻居', capacity: 2, skill: 'law', points: 20 }, [[1, 0]]),
    ],
  },
]
