export default definePageConfig({ navigationBarTitleText: '纸质名单' })
