/** What is wrong with a page as it is shown, and where. */
export interface Fault {
  rule: string
  what: string
}
