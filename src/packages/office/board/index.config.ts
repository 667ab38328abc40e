export default definePageConfig({
  navigationBarTitleText: '招满进度',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
