export default definePageConfig({ navigationBarTitleText: '改文字和封面', enablePullDownRefresh: true })
