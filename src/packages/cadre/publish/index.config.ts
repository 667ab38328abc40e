export default definePageConfig({ navigationBarTitleText: '发布招募', enableShareAppMessage: true })
