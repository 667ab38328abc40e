export default definePageConfig({ navigationBarTitleText: '我的专长', enablePullDownRefresh: true })
