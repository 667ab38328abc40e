export default definePageConfig({ navigationBarTitleText: '住户资料', enablePullDownRefresh: true })
