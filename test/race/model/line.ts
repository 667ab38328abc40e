import type { Refusal } from '@/domain/refusal'
import { DAY, HOUR, MINUTE, type Instant } from '@/domain/time'
import { free, held, take, type Price } from './holding'
import { mayPay, priceOf, verdict, windowPlaces } from './rules'
import type { Entry, Slot, World } from './world'

/** The party waits no longer. */
export function endEntry(entry: Entry): void {
  entry.slot.line = entry.slot.line.filter((other) => other !== entry)
}

/** @returns places of the window that came free by it */
export function takeOfferBack(entry: Entry): number {
  const { offer } = entry
  entry.offer = null
  return offer !== null && offer.price !== null ? entry.people.length : 0
}

/**
 * Serves those who wait, in the order of joining: what came free of the window first those who chose to
 * pay, once all may book; then everybody whose party fits and may have the places.
 * @param freedOfWindow places of the window that came free just now
 * @returns how many parties were given or offered places
 */
export function serveLine(world: World, slot: Slot, freedOfWindow = 0): number {
  let freed = Math.min(freedOfWindow + lapse(world, slot), windowLeft(slot))
  let served = 0
  const { now } = world
  for (const entry of [...slot.line]) {
    if (now < slot.opensAt || entry.people.length > freed) continue
    if (!entry.usePoints || entry.offer || !mayPay(world, slot, entry) || !mayHave(world, entry)) continue
    give(world, entry, { window: true, cost: priceOf(slot, entry) })
    freed -= entry.people.length
    served += 1
  }
  for (const entry of [...slot.line]) {
    if (entry.offer || (now < slot.opensAt && !entry.usePoints)) continue
    const price = mayHave(world, entry)
    if (!price) continue
    give(world, entry, price)
    served += 1
  }
  return served
}

/** What may still go by points: nothing, where a cadre kept more than the share of a smaller slot. */
function windowLeft(slot: Slot): number {
  const offered = slot.line.reduce((sum, { offer, people }) => sum + (offer?.price ? people.length : 0), 0)
  return windowPlaces(slot) - held(slot).filter((place) => place.inWindow).length - offered
}

/**
 * Ends offers whose time is over.
 * @returns places of the window that came free by it
 */
export function lapse({ now }: World, slot: Slot): number {
  let freed = 0
  for (const entry of [...slot.line]) {
    if (!isLapsed(entry, now)) continue
    freed += takeOfferBack(entry)
    endEntry(entry)
  }
  return freed
}

export const isLapsed = ({ offer }: Entry, now: Instant) => offer !== null && offer.expiresAt <= now

/** What a waiting party would pay for places now; null: it may not have any. */
export function mayHave(world: World, entry: Entry): Price | null {
  const answer: Price | Refusal = verdict(world, entry.slot, entry)
  return 'reason' in answer ? null : answer
}

/** Until twelve hours before the start, or where the party has agreed to pay early, booked; later offered. */
function give(world: World, entry: Entry, price: Price): void {
  const { slot } = entry
  const { now } = world
  const agreed = now < slot.opensAt
  if (agreed || now <= slot.session.startsAt - 12 * HOUR) {
    take(world, slot, entry, price, true)
    endEntry(entry)
    return
  }
  const expiresAt = Math.min(offerEnd(now), slot.session.startsAt)
  entry.offer = { entry, price: price.window ? slot.price : null, expiresAt }
  world.offers.push(entry.offer)
}

/** Half an hour counted between seven in the morning and ten at night, Shanghai time. */
export function offerEnd(now: Instant): Instant {
  let end = now
  let left = 30 * MINUTE
  while (left > 0) {
    const sinceMidnight = (end + 8 * HOUR) % DAY
    const midnight = end - sinceMidnight
    if (sinceMidnight < 7 * HOUR) end = midnight + 7 * HOUR
    else if (sinceMidnight >= 22 * HOUR) end = midnight + DAY + 7 * HOUR
    else {
      const counted = Math.min(left, midnight + 22 * HOUR - end)
      end += counted
      left -= counted
    }
  }
  return end
}

export const fits = (entry: Entry) => entry.people.length <= free(entry.slot)
