import { hours } from './date'

/** The platform record of service. */
export const record = {
  title: '平台记录',
  ofYear: (year: number) => `${year}年服务`,
  year: (year: number) => `${year}年`,
  whichYear: '看哪一年',
  one: (minutes: number) => `${hours(minutes)} 小时`,
  times: (count: number) => `${count} 次`,
  inAll: (minutes: number) => `历年共 ${hours(minutes)} 小时`,
  note: '这是邻里平台上的记录，不是证明文件。',
  emptyNow: '今年还没有记录。认领一个岗位，做完就记在这里。',
  emptyThen: (year: number) => `${year}年没有记录。`,
  emptyFile: '这一年没有记录，导出的表格里只有表头。',
  toHome: '看看哪里缺人手',
  points: (points: number) => `+${points} 分`,

  byKind: '按类别',
  byActivity: '按活动',
  moreActivities: (count: number) => `还有 ${count} 项，导出的表格里都有。`,
  each: '每一次',

  image: '存成图片',
  xlsx: '导出表格',
  csv: '导出 CSV',
  print: '打印或存 PDF',

  imageTitle: '平台记录图片',
  imageWithName: '写上我的称呼',
  imageKeep: '存到手机相册',
  imageSave: '保存图片',
  imageLabel: (year: number, minutes: number, times: number) =>
    `平台记录：${year}年服务 ${hours(minutes)} 小时，${times} 次`,
  imageKept: '图片存好了',
  imageFailed: '没存成，请再试一次。',
  imageNotAllowed: '还没允许存到相册。打开设置，允许“添加到相册”，再存一次。',
  toPermissions: '打开设置',

  details: '编号与表彰署名',
  detailsNone: '没填编号',
  number: '志愿者编号(可不填)',
  numberHint: '比如全国志愿服务信息系统里的编号。只写进您自己导出的表格，不给别人看。',
  numberForm: '编号是 6 到 20 位数字或字母。',
  numberIdentity: '这是身份证号，请不要填在这里。',
  save: '保存',
  saved: '保存好了',
  named: '表彰时可以公布我的名字',
  namedHint: '不勾的话，表彰名单上只写“未公开”。随时可以改。',
} as const

/** What stands on the picture. */
export const recordImage = {
  head: '邻里 · 平台记录',
  year: (year: number) => `${year}年志愿服务`,
  unit: '小时',
  times: (count: number) => `服务 ${count} 次`,
  kind: (name: string, minutes: number) => `${name} ${hours(minutes)} 小时`,
  note: '平台记录，不是证明文件',
} as const
