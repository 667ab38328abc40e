import type { PropsWithChildren } from 'react'
import { app as words } from '@/copy/app'
import { listenForKeys } from '@/platform/keyboard'
import { listenForMissingPages } from '@/platform/page-missing'
import { preloadTabs } from '@/platform/preload'
import { toast } from '@/platform/toast'
import './app.scss'

preloadTabs()
listenForKeys({ back: words.back, home: words.home })
listenForMissingPages(() => toast(words.noSuchPage))

export default function App({ children }: PropsWithChildren) {
  return children
}
