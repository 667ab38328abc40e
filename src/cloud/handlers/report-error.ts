import type { AnyoneHandler } from '../handler'
import { notePhoneError } from '../phone-errors'

export const reportError: AnyoneHandler<'reportError'> = ({ now }, error) => {
  notePhoneError(error, now)
  return Promise.resolve({})
}
