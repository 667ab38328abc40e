import type { CallFault } from '@/domain/call'

type Fault = CallFault['fault'] | 'missing' | 'too_many_characters' | 'odd_characters' | 'out_of_range'

// No `default`: a new fault does not compile until it has words.
/** What is wrong with a field of a call, and what to do about it. */
export function callFault(fault: Fault): string {
  switch (fault) {
    case 'missing':
      return '这里要填'
    case 'too_many_characters':
      return '太长了，请删短些'
    case 'odd_characters':
      return '有看不见的特殊字符，请重新打一遍'
    case 'out_of_range':
      return '这个数不行，请改一改'
    case 'ends_before_start':
      return '结束要晚于开始'
    case 'in_the_past':
      return '这个时间已经过了'
    case 'too_long':
      return '一场最长 12 小时'
    case 'too_far':
      return '最远排到一年以内'
    case 'sessions_overlap':
      return '前后两场撞在一起了'
    case 'risk_note_missing':
      return '这类服务要写安全提示'
    case 'insurance_missing':
      return '这类服务要写清保险'
    case 'price_on_post':
      return '岗位不收积分'
    case 'points_on_seat':
      return '名额不发积分'
    case 'points_need_admin':
      return '一小时最多 10 分，一次最多 30 分；再多要请管理员来发'
    case 'teams_first_on_seat':
      return '只有岗位能先留给队伍'
    case 'teams_first_of_none':
      return '先选请哪些队伍来'
    case 'child_on_post':
      return '岗位是给大人的，不分年龄'
    case 'window_without_price':
      return '没设积分，就没有提前报'
    case 'window_after_opening':
      return '要晚于提前报的开始'
    case 'opens_after_start':
      return '要早于活动开始'
    case 'draw_on_post':
      return '岗位靠认领，不抽签'
    case 'draw_time_missing':
      return '要定下几点抽签'
    case 'draw_time_past':
      return '这个时间已经过了'
    case 'draw_after_start':
      return '要早于活动开始'
    case 'draw_without_allocation':
      return '选了抽签，才有抽签时间'
    case 'window_on_draw':
      return '抽签的名额不设提前报'
    case 'opening_on_draw':
      return '抽签的名额，抽完才开放'
  }
}
