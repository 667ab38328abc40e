import type { PropsWithChildren } from 'react'
import { app as words } from '@/copy/app'
import { layOver } from '@/components/screen/over'
import { PrivacySheet } from '@/pages/privacy-sheet'
import { listenForFailures } from '@/platform/failures'
import { listenForKeys } from '@/platform/keyboard'
import { listenForMissingPages } from '@/platform/page-missing'
import { listenForPrivacy } from '@/platform/privacy'
import { preloadTabs } from '@/platform/preload'
import { toast } from '@/platform/toast'
import { reportFailure } from '@/stores/failures'
import { keepSending } from '@/stores/intention'
import { tellLeave } from '@/stores/message-leave'
import { usePrivacy } from '@/stores/privacy'
import './app.scss'

// First of all: what goes wrong in the rest is heard.
listenForFailures(reportFailure)
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
