/** Something that went wrong on a phone, without anything that says whose it is. */
export interface PhoneError {
  kind: 'error' | 'rejection'
  /** at most {@link MESSAGE_MOST} characters */
  message: string
  /** at most {@link STACK_MOST} characters */
  stack: string
  /** path of the page, without what was asked of it */
  page: string
  /** of the app */
  version: string
  /** what it ran on: `h5`, or `weapp` and the version of its base library */
  platform: string
}

export const MESSAGE_MOST = 300
export const STACK_MOST = 1500

/** What is looked at at all: an error may quote a whole answer. */
const READ_MOST = 8000

/**
 * In this order: what stands behind a question mark in an address; what an error quotes of a text it could not read;
 * telephone numbers, in groups too, which are longer than a place in a file; tokens and open ids; and whatever is not
 * written in Latin letters, for here people are and write so.
 */
const OF_PEOPLE = /\?[^\s:)'"]+|"[^"]*"|\d(?:[ -]?\d){6,}|[\w-]{24,}|[\u3400-\ufaff]+/g

/** A text of an error without what may be of a person, cut to `most` characters. */
export function withoutPeople(text: string, most: number): string {
  return text.slice(0, READ_MOST).replace(OF_PEOPLE, '…').slice(0, most)
}
