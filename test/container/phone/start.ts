import { fakeWx } from '../../weapp/fake-wx'
import type { Launch } from '../container'
import { drawBars } from './bars'
import { callsUnderWay, cloudOf } from './cloud'
import { app } from './config'
import { loadPackage, requireFile } from './modules'
import {
  callHook,
  instances,
  navigateBack,
  navigateTo,
  reLaunch,
  switchTab,
  top,
  whenMissing,
  type Instance,
} from './page-stack'
import { openPickers } from './picker'
import { pages, platformOf } from './platform'
import { recordSetData, type SetData } from './set-data'
import { shareFromButtons, type Card } from './share'

/** What a test may look at and do from outside. */
export interface Phone {
  setData: SetData[]
  /** cards handed over by share buttons */
  cards: Card[]
  callsUnderWay(): number
  pullDown(): void
}

declare global {
  interface Window {
    phone: Phone
  }
}

const launch = JSON.parse(new URL(location.href).searchParams.get('launch') ?? '') as Launch
const entered = { path: launch.path, query: launch.query ?? {}, scene: launch.scene ?? 1001 }
const url = `/${launch.path}?${new URLSearchParams(launch.query).toString()}`

const phone: Phone = {
  setData: [],
  cards: [],
  callsUnderWay,
  pullDown: () => void callHook(top()?.instance, 'onPullDownRefresh'),
}

const missingPage: ((result: object) => void)[] = []
const edge = {
  ...{ callFunction: cloudOf(launch.persona), pages, enter: () => entered, missingPage },
  ...{ called: [], toasts: [], answers: {}, network: [], privacy: [] },
}
let appInstance: Instance = { route: '' }
Object.assign(window, {
  phone,
  wx: { ...fakeWx(edge), ...platformOf() },
  App: (instance: Instance) => void (appInstance = instance),
  getApp: () => appInstance,
  getCurrentPages: instances,
})

recordSetData(phone.setData, () => top()?.route ?? '')
whenMissing((path, query) => missingPage.forEach((tell) => tell({ path, query, isEntryPage: true })))
shareFromButtons(phone.cards)
openPickers()
drawBars({
  back: () => navigateBack(),
  home: () => void reLaunch(`/${app.pages[0]}`),
  tab: (route) => void switchTab(`/${route}`),
})

async function start(): Promise<void> {
  await loadPackage('')
  requireFile('app')
  callHook(appInstance, 'onLaunch', entered)
  callHook(appInstance, 'onShow', entered)
  await navigateTo(url)
}

void start()
