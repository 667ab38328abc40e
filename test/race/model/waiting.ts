import { done, refuse, type Answer } from './answer'
import { take, taken, type Party, type Price } from './holding'
import { endEntry, isLapsed, serveLine, takeOfferBack } from './line'
import { canPay } from './points'
import { canAfford, priceOf, verdict } from './rules'
import type { Entry, Offer, Slot, World } from './world'

export function join(world: World, slot: Slot, { home, people }: Party, usePoints: boolean): Answer {
  serveLine(world, slot)
  if (slot.line.some((entry) => entry.people.some((person) => people.includes(person))))
    return refuse({ reason: 'already_waiting' })
  const answer = verdict(world, slot, { home, people })
  if (!('reason' in answer)) return refuse({ reason: 'place_free' })
  const { reason } = answer
  // Behind "newcomers first" a full slot may hide.
  const full = reason === 'newcomers_first' && taken(slot) + people.length > slot.capacity
  if (!full && reason !== 'slot_full' && reason !== 'priority_places_full') return refuse(answer)
  const byId = [...people].sort((a, b) => (a.id < b.id ? -1 : 1))
  const entry: Entry = { slot, home, people: byId, usePoints, offer: null }
  slot.line.push(entry)
  world.entries.push(entry)
  return done()
}

/** Waits no longer, or its turn is over, whether or not a tick has noticed. */
function isOver({ now }: World, entry: Entry): boolean {
  const { slot } = entry
  return !slot.line.includes(entry) || isLapsed(entry, now) || now >= slot.session.startsAt
}

export function leave(world: World, entry: Entry): Answer {
  if (isOver(world, entry)) return refuse({ reason: 'already_ended' })
  const freed = takeOfferBack(entry)
  endEntry(entry)
  serveLine(world, entry.slot, freed)
  return done()
}

export function change(world: World, entry: Entry, usePoints: boolean): Answer {
  if (isOver(world, entry)) return refuse({ reason: 'already_ended' })
  entry.usePoints = usePoints
  serveLine(world, entry.slot)
  return done()
}

export function accept(world: World, offer: Offer): Answer {
  const { entry } = offer
  const { slot } = entry
  serveLine(world, slot)
  if (entry.offer !== offer) {
    const now = verdict(world, slot, entry)
    const has = 'reason' in now && now.reason === 'already_booked'
    return refuse(has ? now : { reason: 'offer_lapsed' })
  }
  // The offered places are its own: they are not held against it.
  entry.offer = null
  const answer = verdict(world, slot, entry)
  const missing = !('reason' in answer) && offer.price !== null && !canAfford(world, entry)
  if (!('reason' in answer) && !missing) {
    endEntry(entry)
    take(world, slot, entry, priceOfOffer(offer), true)
    return done()
  }
  if (!missing) endEntry(entry)
  serveLine(world, slot, offer.price === null ? 0 : entry.people.length)
  if ('reason' in answer) return refuse(answer)
  return refuse({
    reason: 'points_missing',
    need: priceOf(slot, entry),
    have: canPay(entry.home, world.now),
  })
}

function priceOfOffer({ entry, price }: Offer): Price {
  return price === null ? { window: false, cost: 0 } : { window: true, cost: price * entry.people.length }
}
