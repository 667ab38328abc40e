import { DAY, HOUR, MINUTE, WEEK, weekStart, type Instant } from '@/domain/time'
import { pictureBookClass, post } from '../cloud/calls'
import { CloudFunction, foundCommunity, Neighbour } from './cloud-function'
import { Phone } from './mini-program'

export const self = [{ kind: 'self' }]

/** Ten in the morning of the Saturday after next Monday. */
export const SATURDAY = weekStart(Date.now() + WEEK) + 5 * DAY + 10 * HOUR

/** A community, its people, and their phones. */
export class Neighbourhood {
  private constructor(
    readonly api: CloudFunction,
    readonly cadre: Neighbour,
    readonly communityId: string,
  ) {}

  static async found(): Promise<Neighbourhood> {
    const api = await CloudFunction.start()
    const cadre = new Neighbour(api, 'cadre')
    return new Neighbourhood(api, cadre, await foundCommunity('凤凰山社区', cadre))
  }

  /** @returns its id; its cadre is another person */
  anotherCommunity(name: string): Promise<string> {
    return foundCommunity(name, new Neighbour(this.api, 'other-cadre'))
  }

  /** Somebody who lives here, as a cadre has confirmed. */
  async resident(openId: string, name: string): Promise<Neighbour> {
    const { communityId } = this
    const neighbour = new Neighbour(this.api, openId)
    const { residentId } = await neighbour.do('joinCommunity', { communityId, name })
    await this.cadre.do('confirmResident', { communityId, residentId })
    return neighbour
  }

  /** @returns the new session's id */
  async publish(slots: object[], startsAt: Instant, activity: object = {}): Promise<string> {
    const call = pictureBookClass(this.communityId, startsAt, slots, activity)
    return (await this.cadre.do('publishCall', call)).sessionIds[0] ?? ''
  }

  async slotIds(sessionId: string): Promise<string[]> {
    const view = await this.cadre.do('getSession', { communityId: this.communityId, sessionId })
    return view.slots.map((slot) => slot.id)
  }

  /** How many places of a session's first slot are taken, as the server says. */
  async held(sessionId: string): Promise<number | undefined> {
    const view = await this.cadre.do('getSession', { communityId: this.communityId, sessionId })
    return view.slots[0]?.places.held
  }

  async claim(neighbour: Neighbour, sessionId: string): Promise<void> {
    const [slotId] = await this.slotIds(sessionId)
    await neighbour.do('bookSlot', { communityId: this.communityId, slotId, party: self })
  }

  /** Ten points by an hour's duty; the clock stands at its end then. */
  async serve(neighbour: Neighbour, startsAt: Instant): Promise<void> {
    const { communityId, cadre, api } = this
    const sessionId = await this.publish([post()], startsAt, { title: '放学护学岗' })
    await this.claim(neighbour, sessionId)
    await api.moveClock(startsAt - 5 * MINUTE)
    const { code } = await cadre.do('getCheckInCode', { communityId, sessionId })
    await neighbour.do('checkIn', { communityId, sessionId, code })
    await api.moveClock(startsAt + HOUR)
    await cadre.do('confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
  }

  /** The mini-program opened by its icon, on the phone of this person. */
  phoneOf(openId: string): Promise<Phone> {
    return Phone.launch({}, this.api.forPhoneOf(openId))
  }

  /** The same, opened by a session's card in a group chat. */
  openCard(openId: string, sessionId: string): Promise<Phone> {
    const query = { c: this.communityId, s: sessionId }
    return Phone.launch({ scene: 1008, path: 'pages/session/index', query }, this.api.forPhoneOf(openId))
  }
}
