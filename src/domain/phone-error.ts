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

const OF_PEOPLE = [
  // What stands behind a question mark in an address.
  /\?[^\s:)'"]+/g,
  // What an error quotes of a text it could not read.
  /"[^"]*"/g,
  // Telephone numbers and the like, in groups too; a place in a file has fewer digits.
  /\d(?:[ -]?\d){6,}/g,
  // Tokens and open ids.
  /[\w-]{24,}/g,
  // Names, and whatever else was written by people here.
  /[\u3400-\u9fff\uf900-\ufaff]+/g,
]

/** A text of an error without what may be of a person, cut to `most` characters. */
export function withoutPeople(text: string, most: number): string {
  return OF_PEOPLE.reduce((left, one) => left.replace(one, '…'), text.slice(0, READ_MOST)).slice(0, most)
}
