import Taro from '@tarojs/taro'

/** As the server hands it out for one session. */
export interface LiveCard {
  activityId: string
  memberCount: number
  roomLimit: number
}

/** WeChat's own for 成员正在加入 … 已开始 … 已结束. */
const TEMPLATE = '21B034D08C5615B9889CE362BB957B1EE69A584B'

export type Followed = { ok: true } | { ok: false; reason: 'not_here' | 'failed' }

/**
 * Cards sent from this page from now on follow their session in the chat; where that fails they are ordinary ones.
 * @param card null: they follow nothing, whatever was shared from here before
 */
export async function followSession(card: LiveCard | null): Promise<Followed> {
  if (process.env.TARO_ENV === 'h5') return { ok: false, reason: 'not_here' }
  try {
    await Taro.updateShareMenu(card ? following(card) : { isUpdatableMessage: false })
    return { ok: true }
  } catch {
    return { ok: false, reason: 'failed' }
  }
}

function following({ activityId, memberCount, roomLimit }: LiveCard) {
  return {
    isUpdatableMessage: true,
    activityId,
    templateInfo: {
      templateId: TEMPLATE,
      parameterList: [
        { name: 'member_count', value: String(memberCount) },
        { name: 'room_limit', value: String(roomLimit) },
      ],
    },
  }
}
