export default definePageConfig({ navigationBarTitleText: '居民与队伍', enablePullDownRefresh: true })
