export default definePageConfig({ navigationBarTitleText: '平台记录', enablePullDownRefresh: true })
