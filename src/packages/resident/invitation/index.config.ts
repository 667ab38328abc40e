export default definePageConfig({ navigationBarTitleText: '家庭邀请', enableShareAppMessage: true })
