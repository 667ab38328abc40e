import { newcomersPlaces, weightOf } from '@/domain/draw-chance'
import { numberUntil } from '@/domain/draw-number'
import type { PassedOver } from '@/domain/draw-application'
import type { DrawCheck } from '@/domain/draw-record'
import type { Instant } from '@/domain/time'
import { moment, spoken, type Telling } from './date'

/** A draw, on the session page and on its own. */
export const draw = {
  applied: (when: Instant, telling: Telling) => `已报名抽签 · ${moment(when, telling)} 抽`,
  withdraw: '退出抽签',
  howLink: '怎么抽、怎么验证',
  resultLink: '看抽签结果，验证',
  pointsTitle: '愿意用多少积分',
  points: (points: number) => (points === 0 ? '不用' : `${points} 分`),
  have: (points: number) => `能用 ${points} 分`,

  missing: '这个链接不完整，请从活动页进来。',
  toHome: '去首页看看',
  mine: '我家',
  open: (count: number, at: Instant, telling: Telling) =>
    `${count} 家已报名。${spoken(at, telling.now)}截止，到时名单封存，不再变动。`,
  waitsForNumber: (count: number, until: Instant, telling: Telling) =>
    `名单已封存，共 ${count} 家。等公开号码开出来就抽，最晚${spoken(until, telling.now)}。`,
  waitsForDraw: '名单正在封存，马上抽。',
  drawn: (places: number, count: number) => `${places} 个名额，${count} 家报名，已经抽完。`,

  verify: '验证',
  verifyAgain: '再验证一次',
  verifyHint: '在这台手机上，按公开的记录从头再抽一遍',
  verified: '对得上',
  notVerified: '对不上',
  showSomebody: '请把这一页给社区看。',

  how: '怎么抽的',
  prints: '公开的记录',
  seedHash: '种子的指纹(发布时公布)',
  listHash: '名单的指纹(封存时公布)',
  publicNumber: '公开号码',
  seed: '种子(抽完公布)',
  notYet: '还没公布',
  noNumber: '没有填，只用种子抽',
  copy: '复制',
  copyAll: '复制整份记录',
  copied: '复制好了',
  notCopied: '没复制成，请长按选取',
  list: '每一家',
  all: (count: number) => `看全部 ${count} 家`,
  noNames: '记录里只有随机编号，没有姓名。',
  application: ({ places, weight, newcomer }: { places: number; weight: number; newcomer: boolean }) =>
    `${places} 个名额 · ${weight} 份机会${newcomer ? ' · 新家庭' : ''}`,
} as const

/** What the points named would bring, in one sentence. */
export function pointsSentence(points: number): string {
  return points === 0
    ? '不用积分是 1 份机会。每用 10 分多 1 份，最多 5 份。'
    : `${weightOf(points)} 份机会。按积分抽中才扣这 ${points} 分；没抽中，或抽中新家庭名额，都不扣。`
}

interface Outcome {
  won: 'newcomers' | 'weighted' | null
  turn?: number | null
  passedOver: string | null
}

/** How one application came off, and how a chip shows it. */
export function outcomeMark({ won, turn, passedOver }: Outcome): { words: string; tone: 'go' | 'wait' | '' } {
  if (won !== null) return { words: won === 'newcomers' ? '抽中·新家庭' : '抽中', tone: 'go' }
  if (passedOver !== null) return { words: `没给：${passedOverWords(passedOver)}`, tone: '' }
  return turn ? { words: `候补 ${turn}`, tone: 'wait' } : { words: '没抽中', tone: 'wait' }
}

const PASSED_OVER: Partial<Record<PassedOver, string>> = {
  overlaps: '时间和别的活动撞上',
  suspended: '报名被暂停',
  already_booked: '已经有名额',
  consent_missing: '监护人没有同意',
  age_not_fit: '年龄段不合',
  household_limit: '超过每家的名额',
  one_at_a_time: '还有一场没去完',
  points_missing: '积分已用在别处',
  household_changed: '家里的人变了',
}

function passedOverWords(code: string): string {
  return PASSED_OVER[code as PassedOver] ?? '当时还不能报'
}

interface Figures {
  drawAt: Instant
  drawnAt: Instant | null
  session: { startsAt: Instant }
  capacity: number
  wantsNumber: boolean
  publicNumber: string | null
}

/** The whole draw in plain words, step by step. */
export function howDrawn(figures: Figures, now: Instant): string[] {
  const { drawAt, capacity, wantsNumber } = figures
  const first = newcomersPlaces(capacity)
  return [
    '发布时先定下一个“种子”，公布它的指纹，谁也换不了。',
    `${spoken(drawAt, now)}截止。名单封存，也公布指纹，一家也加不进、拿不掉。`,
    ...(wantsNumber ? [numberStep(figures, now)] : []),
    '每一家由种子、名单和自己的编号算出一个数，数大的先得。',
    first > 0
      ? `先给 60 天没来过的家庭抽 ${first} 个名额，机会一样，不扣积分。`
      : '名额少，不另留新家庭的名额。',
    `其余名额大家一起抽。每愿意用 10 分多 1 份机会，最多 5 份，抽中才扣。`,
    '一家几个人要么都有，要么跳过。没抽中的，按这个先后候补。',
  ]
}

function numberStep({ drawAt, drawnAt, session, publicNumber }: Figures, now: Instant): string {
  const until = spoken(numberUntil({ drawAt, startsAt: session.startsAt }), now)
  if (publicNumber) return `之后公开开出的号码 ${publicNumber}，和种子合在一起用，事先谁也不知道。`
  if (drawnAt !== null) return `本来还要用公开号码。${until}前没有填，就只用种子抽。`
  return `之后公开开出的号码，和种子合在一起用，事先谁也不知道。${until}前没有填，就只用种子抽。`
}

/** For who wants to work it out without this app. */
export const TECHNICAL =
  '指纹是 SHA-256。名单逐行写成“编号 名额 机会 新家庭”(是 1，否 0)，按编号排，第一行是这批名额的“编号 名额数”。密钥是种子的 32 字节；有公开号码时，是“种子：号码”的 SHA-256。每份机会算一次 HMAC-SHA256(密钥， 名单指纹：编号：第几份，从 0 起)，一家取最大的。'

/** What the phone found, line by line. */
export function checkLines(
  { seed, list, result }: DrawCheck,
  count: number,
): { ok: boolean; words: string }[] {
  return [
    { ok: seed, words: seed ? '种子和发布时公布的指纹一致' : '种子和发布时公布的指纹不一致' },
    { ok: list, words: list ? '名单和封存时公布的指纹一致' : '名单和封存时公布的指纹不一致' },
    {
      ok: result,
      words: result ? `重抽一遍，${count} 家的结果都一样` : `重抽一遍，${count} 家的结果不一样`,
    },
  ]
}
