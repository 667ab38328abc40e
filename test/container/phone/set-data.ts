import { component } from 'glass-easel-miniprogram-adapter'

/** One setData: what crosses from the app's thread to the one that draws. */
export interface SetData {
  route: string
  bytes: number
}

type Caller = { setData(data: object, callback?: () => void): void }

const utf8 = new TextEncoder()

/** Writes down every setData of every page and component, by the page in front. */
export function recordSetData(record: SetData[], routeInFront: () => string): void {
  const callers = component.ComponentCaller.prototype as unknown as Caller
  const { setData } = callers
  callers.setData = function (this: Caller, data, callback) {
    record.push({ route: routeInFront(), bytes: utf8.encode(JSON.stringify(data)).length })
    setData.call(this, data, callback)
  }
}
