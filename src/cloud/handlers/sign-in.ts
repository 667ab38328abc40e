import { RequestFailure, type AnyoneHandler } from '../handler'

export const signIn: AnyoneHandler<'signIn'> = async ({ services, now }, { code }) => {
  const openId = await services.identities.exchangeCode(code)
  if (openId === null) throw new RequestFailure('unauthenticated', 'the code is not valid; ask for a new one')
  return services.identities.issue(openId, now)
}
