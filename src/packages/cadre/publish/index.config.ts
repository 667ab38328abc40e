export default definePageConfig({ navigationBarTitleText: '发招募' })
