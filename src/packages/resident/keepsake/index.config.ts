import { PAGE_TITLES } from '@/copy/page-title'

export default definePageConfig({ navigationBarTitleText: PAGE_TITLES.keepsake, enablePullDownRefresh: true })
