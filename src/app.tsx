import type { PropsWithChildren } from 'react'
import { app as words } from '@/copy/app'
import { layOver } from '@/components/screen/over'
import { PrivacySheet } from '@/pages/privacy-sheet'
import { listenForKeys } from '@/platform/keyboard'
import { listenForMissingPages } from '@/platform/page-missing'
import { listenForPrivacy } from '@/platform/privacy'
import { preloadTabs } from '@/platform/preload'
import { toast } from '@/platform/toast'
import { keepSending } from '@/stores/intention'
import { tellLeave } from '@/stores/message-leave'
import { usePrivacy } from '@/stores/privacy'
import './app.scss'

preloadTabs()
listenForKeys({ back: words.back, home: words.home })
listenForMissingPages(() => toast(words.noSuchPage))
keepSending()
// What could not be told when the app was open the last time.
void tellLeave()
listenForPrivacy(usePrivacy.getState().ask)
layOver(PrivacySheet)

export default function App({ children }: PropsWithChildren) {
  return children
}
