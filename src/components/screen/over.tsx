import type { ComponentType } from 'react'

let Laid: ComponentType | null = null

/** Lies over every screen from then on, for what may be asked on any of them. Called as the app is loaded. */
export function layOver(it: ComponentType): void {
  Laid = it
}

export function Over() {
  return Laid ? <Laid /> : null
}
