import type { MemberHandler } from '../handler'
import { readPage } from '../views/my-data-view'

export const listMyData: MemberHandler<'listMyData'> = ({ tx, resident }, { section, cursor }) =>
  readPage(tx, resident, section, cursor)
