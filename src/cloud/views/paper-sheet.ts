import type { PaperRow } from '@/contract/enter-paper'
import { isPaperCode, paperCodes } from '@/domain/paper-code'
import { maskName } from '@/domain/masked-name'
import type { PaperPlace } from '../repositories/paper'

/** What the code of a row is made from: the very place, so that one booked anew has another. */
export const placeKey = ({ bookingId, attendeeId }: PaperPlace) => `${bookingId}:${attendeeId}`

/**
 * Who is meant by codes typed from a sheet, in the order typed.
 * @param places all of the session, in the order that codes are given in
 */
export function readSheet(
  secret: string,
  places: PaperPlace[],
  codes: string[],
  cadreHousehold: string,
): PaperRow[] {
  const rows = new Map(paperCodes(secret, places.map(placeKey)).map((code, index) => [code, places[index]]))
  return codes.map((code) => {
    const place = isPaperCode(secret, code) ? rows.get(code) : undefined
    if (!place) return { code, is: 'unknown', attendeeId: null, name: '', slotTitle: '' }
    const { attendeeId, slotTitle } = place
    return {
      code,
      is: standing(place, cadreHousehold),
      attendeeId,
      name: maskName(place.name ?? ''),
      slotTitle,
    }
  })
}

function standing(place: PaperPlace, cadreHousehold: string): PaperRow['is'] {
  if (place.cancelled) return 'gone'
  if (place.householdId === cadreHousehold) return 'own'
  if (place.checkedIn) return 'here'
  return place.decided ? 'decided' : 'found'
}
