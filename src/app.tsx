import type { PropsWithChildren } from 'react'
import { app as words } from '@/copy/app'
import { listenForMissingPages } from '@/platform/page-missing'
import { preloadTabs } from '@/platform/preload'
import { toast } from '@/platform/toast'
import { keepSending } from '@/stores/intention'
import { tellLeave } from '@/stores/message-leave'
import './app.scss'

preloadTabs()
listenForMissingPages(() => toast(words.noSuchPage))
keepSending()
// What could not be told when the app was open the last time.
void tellLeave()

export default function App({ children }: PropsWithChildren) {
  return children
}
