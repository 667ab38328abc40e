import type { CallFunction } from '../../weapp/fake-wx'

let underWay = 0

/** How many calls to the cloud have not been answered yet. */
export const callsUnderWay = (): number => underWay

/** wx.cloud.callFunction of the one who holds this phone. */
export function cloudOf(persona: string): CallFunction {
  return async ({ data }) => {
    underWay += 1
    try {
      const response = await fetch(`/cloud/${persona}`, { method: 'POST', body: JSON.stringify(data) })
      if (!response.ok) throw new Error(await response.text())
      return await response.json()
    } finally {
      underWay -= 1
    }
  }
}
