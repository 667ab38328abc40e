import Taro from '@tarojs/taro'
import { whyNot, type WhyNot } from './why-not'

/** WeChat asks about no more than three at once. */
export const MOST_AT_ONCE = 3

const ANSWERS = ['accept', 'reject', 'ban', 'filter'] as const
export type LeaveAnswer = (typeof ANSWERS)[number]

/** By template id; one that was not asked about is absent. */
export type Leave =
  { ok: true; answers: Record<string, LeaveAnswer> } | { ok: false; reason: WhyNot | 'unsupported' }

/** Whether this is a place where messages could be allowed at all. */
export function canAskLeave(): boolean {
  return process.env.TARO_ENV === 'weapp' && canIUse('requestSubscribeMessage')
}

/**
 * Asks for leave to bring one message of each template. WeChat shows this only within the handler of a tap: to be
 * called before anything is awaited.
 */
export async function askLeave(templateIds: string[]): Promise<Leave> {
  if (!canAskLeave()) return { ok: false, reason: 'unsupported' }
  try {
    const result = await requested(templateIds.slice(0, MOST_AT_ONCE))
    const answers = templateIds.flatMap((id) => {
      const answer = answerOf(result[id])
      return answer ? [[id, answer] as const] : []
    })
    // A build for another place resolves, and says nothing of what was asked.
    if (answers.length === 0) return { ok: false, reason: 'unsupported' }
    return { ok: true, answers: Object.fromEntries(answers) }
  } catch (error) {
    return { ok: false, reason: whyNot(error) }
  }
}

/** Which of these will be refused without asking, as the person has chosen 总是保持以上选择, or all messages off. */
export async function alwaysRefused(templateIds: string[]): Promise<string[]> {
  if (!canAskLeave()) return []
  try {
    const { subscriptionsSetting: chosen } = (await Taro.getSetting({ withSubscriptions: true })) as Chosen
    if (chosen?.mainSwitch === false) return templateIds
    return templateIds.filter((id) => chosen?.itemSettings?.[id] === 'reject')
  } catch {
    return []
  }
}

interface Chosen {
  subscriptionsSetting?: { mainSwitch?: boolean; itemSettings?: Record<string, string> }
}

function canIUse(name: string): boolean {
  try {
    return Taro.canIUse(name)
  } catch {
    return false
  }
}

function requested(tmplIds: string[]): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const options = {
      tmplIds,
      success: (result: unknown) => resolve((result ?? {}) as Record<string, unknown>),
      fail: reject,
    }
    // Some versions of Taro answer by the promise alone.
    const asking: unknown = Taro.requestSubscribeMessage(options as never)
    if (asking instanceof Promise) asking.then(options.success, reject)
  })
}

// acceptWithAudio and acceptWithAlert are accepts too.
function answerOf(said: unknown): LeaveAnswer | null {
  if (typeof said !== 'string') return null
  return said.startsWith('accept') ? 'accept' : (ANSWERS.find((it) => it === said) ?? null)
}
