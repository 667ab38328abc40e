import { PAGE_TITLES } from '@/copy/page-title'

export default definePageConfig({
  navigationBarTitleText: PAGE_TITLES.board,
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
