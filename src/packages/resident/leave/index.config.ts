import { PAGE_TITLES } from '@/copy/page-title'

export default definePageConfig({ navigationBarTitleText: PAGE_TITLES.leave, enablePullDownRefresh: true })
