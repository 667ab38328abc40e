/** The child by its nickname; the resident who asks has no other name than 您. */
export function who({ name }: { name: string }): string {
  return name === '' ? '您' : name
}

export function whoAll(people: { name: string }[]): string {
  return people.map(who).join('、')
}
