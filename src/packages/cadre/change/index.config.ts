export default definePageConfig({ navigationBarTitleText: '改动这一场', enablePullDownRefresh: true })
