import * as v from 'valibot'
import { LIVE_STATES, type LiveFigures } from '@/domain/live-card'
import { SECOND, type Instant } from '@/domain/time'
import type { AskPlatform } from './platform'

/**
 * What became of an update. `gone`: the card cannot be changed any more. `too_often`: not before a good while.
 * `unanswered`: perhaps it was carried out; saying the same again does no harm.
 */
export type PushOutcome = 'done' | 'gone' | 'too_often' | 'unanswered'

export interface LiveCards {
  /** Null where there is none to be had; never throws. */
  create(): Promise<{ activityId: string; expiresAt: Instant } | null>
  /** @param path of the page the card opens once it has started */
  push(activityId: string, figures: LiveFigures, path: string): Promise<PushOutcome>
}

/** Where no account of the platform is configured. */
export const withoutLiveCards: LiveCards = {
  create: () => Promise.resolve(null),
  push: () => Promise.resolve('gone'),
}

const created = v.object({
  activity_id: v.pipe(v.string(), v.minLength(1)),
  expiration_time: v.pipe(v.number(), v.minValue(1)),
})

const BAD_STATE = 47502
// No such activity id, or it has expired.
const GONE = [47501, 47504]
const TOO_OFTEN = [45009, 45011]

/** updatableMessage.createActivityId and setUpdatableMsg. */
export function createLiveCards(ask: AskPlatform): LiveCards {
  const send = async (activityId: string, state: number, figures: LiveFigures, path: string) =>
    ask({
      path: '/cgi-bin/message/wxopen/updatablemsg/send',
      body: {
        activity_id: activityId,
        target_state: state,
        template_info: { parameter_list: parametersOf(state, figures, path) },
      },
    })
  return {
    async create() {
      const said = await ask({ path: '/cgi-bin/message/wxopen/activityid/create' })
      const { success, output } = v.safeParse(
        created,
        said.kind === 'said' && said.errcode === 0 && said.body,
      )
      return success ? { activityId: output.activity_id, expiresAt: output.expiration_time * SECOND } : null
    },
    async push(activityId, figures, path) {
      const state = LIVE_STATES.indexOf(figures.state)
      let said = await send(activityId, state, figures, path)
      // The guide knows the state 已结束, the reference of this endpoint does not: then at least nobody is still asked in.
      if (said.kind === 'said' && said.errcode === BAD_STATE && figures.state === 'over')
        said = await send(activityId, LIVE_STATES.indexOf('started'), figures, path)
      if (said.kind !== 'said') return 'unanswered'
      if (said.errcode === 0) return 'done'
      if (TOO_OFTEN.includes(said.errcode)) return 'too_often'
      return GONE.includes(said.errcode) || said.errcode === BAD_STATE ? 'gone' : 'unanswered'
    },
  }
}

function parametersOf(state: number, { memberCount, roomLimit }: LiveFigures, path: string) {
  if (state === 0)
    return [
      { name: 'member_count', value: String(memberCount) },
      { name: 'room_limit', value: String(roomLimit) },
    ]
  return [
    { name: 'path', value: path },
    { name: 'version_type', value: 'release' },
  ]
}
