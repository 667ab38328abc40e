import type { PropsWithChildren } from 'react'
import { app as words } from '@/copy/app'
import { usePageMissing } from '@/platform/page-missing'
import { preloadTabs } from '@/platform/preload'
import { toast } from '@/platform/toast'
import './app.scss'

preloadTabs()

export default function App({ children }: PropsWithChildren) {
  usePageMissing(() => toast(words.noSuchPage))
  return children
}
