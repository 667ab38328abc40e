/** The community and its six grids, each a few buildings around a yard. */
export const COMMUNITY = { id: 'dem000', name: '凤凰山社区' } as const

export const GRIDS = [
  { name: '第一网格 凤凰苑', buildings: ['1号楼', '2号楼', '3号楼', '5号楼', '6号楼'] },
  { name: '第二网格 桂花里', buildings: ['1栋', '2栋', '3栋', '4栋'] },
  { name: '第三网格 附中家属院', buildings: ['甲楼', '乙楼', '丙楼', '丁楼'] },
  { name: '第四网格 河畔新村', buildings: ['7号楼', '8号楼', '9号楼', '10号楼', '11号楼'] },
  { name: '第五网格 机械厂宿舍', buildings: ['东一楼', '东二楼', '西一楼', '西二楼'] },
  { name: '第六网格 凤凰山庄', buildings: ['A座', 'B座', 'C座', 'D座'] },
] as const

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢',
]
const FIRST = [...'秀建国志桂春海文玉丽明晓雪佳思子雨立永庆红小美慧少素振家宏金月静']
const SECOND = [...'英华平芳珍军兰梅霞伟敏强燕玲辉勇萍波琴涛娟斌莉健琳鹏云红超慧洁亮君']

export const NICKNAMES = [
  '豆豆',
  '小满',
  '安安',
  '果果',
  '糖糖',
  '米粒',
  '石头',
  '团子',
  '芽芽',
  '毛豆',
  '朵朵',
  '小鱼',
  '多多',
  '年糕',
  '元宝',
  '橙子',
  '桃桃',
  '九九',
  '阿福',
  '小葵',
  '核桃',
  '可可',
  '乐乐',
  '小舟',
  '麦麦',
  '圆圆',
  '苗苗',
  '小禾',
  '天天',
  '妞妞',
]

/** Every made-up name at most once, in an order that mixes the surnames. */
export function* madeUpNames(shuffle: <T>(list: readonly T[]) => T[], taken: string[]): Generator<string> {
  const used = new Set(taken)
  for (;;) {
    const firsts = shuffle(FIRST)
    const seconds = shuffle(SECOND)
    for (const [index, surname] of shuffle(SURNAMES).entries()) {
      const name = `${surname}${firsts[index % firsts.length]}${seconds[(index * 7) % seconds.length]}`
      if (used.has(name)) continue
      used.add(name)
      yield name
    }
  }
}
