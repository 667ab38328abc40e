import type { AgeBand } from '@/domain/age-band'
import { newcomersPlaces } from '@/domain/draw-chance'
import { windowPlaces } from '@/domain/priority'
import type { SlotKind } from '@/domain/slot'
import type { Instant } from '@/domain/time'
import { ageBandWords } from './age-band'
import { moment, type Telling } from './date'
import { skillWords } from './skill'

/** What is told of a slot, whoever asks. */
export interface SlotFigures {
  kind: SlotKind
  title: string
  capacity: number
  held: number
  waitlist?: number
  ageBand: AgeBand | null
  skill?: string | null
  withChildren?: boolean
  points: number
  price: number | null
  share: number
  priorityOpensAt: Instant | null
  opensAt: Instant
  /** its places are drawn then; null or left out: they are not, or have been */
  drawAt?: Instant | null
  drawnAt?: Instant | null
  /** households that have applied for the draw */
  applications?: number | undefined
}

/** When it will be drawn, or should have been; null: nothing is to be drawn. */
const toBeDrawn = ({ drawAt, drawnAt }: SlotFigures) => (drawnAt ? null : (drawAt ?? null))

export interface Mark {
  words: string
  tone: 'hands' | 'go' | 'points' | 'wait' | ''
}

export function slotWords(slot: SlotFigures, telling: Telling) {
  return {
    mark: slotMark(slot, telling),
    count: countWords(slot),
    /** nobody has a place before the draw: there is nothing to fill */
    fills: toBeDrawn(slot) === null,
    reward: slot.points > 0 ? `+${slot.points} 分` : null,
    window: windowWords(slot, telling),
    needs: needsWords(slot),
  }
}

/** 已报 8 · 还有 12, 已认领 2 · 还差 2 */
function countWords(slot: SlotFigures): string {
  const { kind, held, capacity, applications } = slot
  if (toBeDrawn(slot) !== null)
    return applications ? `${capacity} 个名额 · ${applications} 家已报名` : `${capacity} 个名额`
  const left = Math.max(0, capacity - held)
  if (left === 0) return kind === 'post' ? `${capacity} 个岗位` : `${capacity} 个名额`
  return kind === 'post' ? `已认领 ${held} · 还差 ${left}` : `已报 ${held} · 还有 ${left}`
}

/** What tells a slot from others of its kind: 东门 of 交通引导(东门), else its title; null where it is the only one. */
export function nameAmong(
  slot: { kind: SlotKind; title: string },
  all: { kind: SlotKind; title: string }[],
): string | null {
  const same = all.filter((it) => it.kind === slot.kind)
  if (same.length < 2) return null
  const place = (title: string) => /^(.*)[((](.+)[))]$/.exec(title)
  const [, duty, name] = place(slot.title) ?? []
  return name && same.every((it) => place(it.title)?.[1] === duty) ? name : slot.title
}

/** 周五 20:00 抽签, 还差 2 人, 剩 6 个名额, 周五 20:00 开放, 已满 · 候补 3. */
export function slotMark(slot: SlotFigures, telling: Telling): Mark {
  const drawAt = toBeDrawn(slot)
  if (drawAt !== null) {
    const words = telling.now < drawAt ? `${moment(drawAt, telling)} 抽签` : '等抽签结果'
    return { words, tone: 'wait' }
  }
  const left = Math.max(0, slot.capacity - slot.held)
  if (left === 0) return { words: slot.waitlist ? `已满 · 候补 ${slot.waitlist}` : '已满 · 可候补', tone: '' }
  if (telling.now < slot.opensAt) {
    const early = slot.price !== null && slot.priorityOpensAt !== null && slot.priorityOpensAt <= telling.now
    return early
      ? { words: '可用积分提前报', tone: 'points' }
      : { words: `${moment(slot.opensAt, telling)} 开放`, tone: 'wait' }
  }
  return slot.kind === 'post'
    ? { words: `还差 ${left} 人`, tone: 'hands' }
    : { words: `剩 ${left} 个名额`, tone: 'go' }
}

/** 20 个名额:14 个可用积分提前报,6 个周六 10:00 开放 */
function windowWords(slot: SlotFigures, telling: Telling): string | null {
  if (toBeDrawn(slot) !== null) return drawWords(slot)
  const early = windowPlaces(slot.capacity, slot.share)
  if (slot.price === null || slot.priorityOpensAt === null || early === 0 || telling.now >= slot.opensAt)
    return null
  const opens = `${slot.capacity - early} 个${moment(slot.opensAt, telling)} 开放`
  const from = slot.priorityOpensAt > telling.now ? `${moment(slot.priorityOpensAt, telling)} 起` : ''
  return `${slot.capacity} 个名额：${early} 个${from}可用积分提前报(每个 ${slot.price} 分)，${opens}`
}

// 先在 60 天没来过的家庭里抽 6 个,其余大家一起抽
function drawWords({ capacity }: SlotFigures): string {
  const first = newcomersPlaces(capacity)
  return first > 0 ? `先在 60 天没来过的家庭里抽 ${first} 个，其余大家一起抽` : '大家一起抽'
}

function needsWords({ ageBand, skill, withChildren }: SlotFigures): string | null {
  const needs = [
    ageBand ? `给 ${ageBandWords(ageBand)}的孩子` : null,
    skill ? `要会${skillWords(skill)}` : null,
    withChildren ? '和孩子在一起，要社区确认过的居民' : null,
  ].filter((it) => it !== null)
  return needs.length > 0 ? needs.join(' · ') : null
}
