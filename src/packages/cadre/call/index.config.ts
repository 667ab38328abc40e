export default definePageConfig({ navigationBarTitleText: '改招募', enablePullDownRefresh: true })
