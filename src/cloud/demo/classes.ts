import { activity, lasting, on, post, seat, type Occasion } from './occasion'

/** What is for children. */
export const classes: Occasion[] = [
  {
    key: 'picture-book',
    since: -6,
    activity: activity({
      kind: 'class',
      title: '周末绘本课',
      place: '社区图书室',
      description:
        '领读妈妈带孩子一起读一本绘本，再画一页自己的续篇。家长可以坐在后排旁听，不占名额。积分可以提前一周报，周一上午十点对大家开放。',
      bring: '水杯；想画画的孩子带一盒蜡笔',
      contact: '图书室 刘老师',
    }),
    sessions: [lasting(on(5, 10), 60)],
    slots: [
      seat({ title: '孩子名额', capacity: 20, ageBand: '3-6', price: 10, householdLimit: 3 }, [[8, 12, 3]], {
        windowOpens: on(-8, 10),
        opens: on(0, 10),
      }),
      post({ title: '领读志愿者', capacity: 2, withChildren: true, points: 10 }, [[1, 1]]),
    ],
  },
  {
    key: 'pottery',
    since: -1,
    activity: activity({
      kind: 'class',
      title: '亲子陶艺体验',
      place: '社区活动中心 陶艺角',
      description: '每家一块泥，捏一只小碗或一只小动物，老师帮着上釉，下周来取。泥坯和窑位有限，所以抽签。',
      bring: '围裙；不怕弄脏的衣服',
      contact: '活动中心 周老师',
    }),
    sessions: [lasting(on(5, 14), 90)],
    slots: [
      seat(
        { title: '孩子名额', capacity: 10, ageBand: '3-6', allocation: 'draw', householdLimit: 2 },
        [[14]],
        {
          draws: on(3, 20),
        },
      ),
    ],
  },
  {
    key: 'craft',
    grid: 1,
    since: -1,
    activity: activity({
      kind: 'class',
      title: '亲子手工课',
      place: '2号楼架空层',
      description: '用旧报纸、松果和布头做小东西，做完可以带回家。会做手工的邻居来教，一人看三四个孩子。',
      bring: '围裙或旧衣服',
    }),
    sessions: [lasting(on(6, 15), 90)],
    slots: [
      seat({ title: '孩子名额', capacity: 16, ageBand: '3-6' }, [[12, 2]]),
      post({ title: '手工老师', capacity: 2, skill: 'arts', withChildren: true, points: 15 }, [[1, 0]]),
    ],
  },
  {
    key: 'science',
    since: -1,
    activity: activity({
      kind: 'class',
      title: '周日科学小实验',
      place: '社区活动中心 203',
      description: '退休物理老师带孩子做三个小实验：会跳的水珠、不湿的手帕、纸桥能站几个人。',
      bring: '一条旧手帕',
    }),
    sessions: [lasting(on(6, 10), 60)],
    slots: [
      seat({ title: '孩子名额', capacity: 12, ageBand: '7-9' }, [[12, 0, 6]], { cancels: 1 }),
      post({ title: '实验助手', capacity: 2, withChildren: true, points: 10 }, [[1, 1]]),
    ],
  },
  {
    key: 'after-school',
    since: -1,
    activity: activity({
      kind: 'after_school',
      title: '四点半课堂',
      place: '社区活动中心 201',
      description: '放学后先写作业，再一起读半小时书。二十三位妈妈轮流值班，接不到孩子的家长六点前来接就好。',
      bring: '作业和一本想读的书',
    }),
    sessions: [lasting(on(1, 16.5), 60), lasting(on(3, 16.5), 60)],
    slots: [
      seat({ title: '孩子座位', capacity: 12, ageBand: '7-9' }, [
        [6, 2],
        [5, 2],
      ]),
      post({ title: '伴读志愿者', capacity: 3, withChildren: true, points: 10 }, [
        [2, 1],
        [1, 1],
      ]),
    ],
  },
]
