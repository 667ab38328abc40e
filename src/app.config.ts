import { HOME_TAB, PAGE_TITLES as titles } from '@/copy/page-title'
import theme from './theme.json'

/** WeChat resolves `@name` from theme.json and follows the system; H5 takes the light value, app.scss darkens it. */
const themed = (name: keyof typeof theme.light) =>
  process.env.TARO_ENV === 'weapp' ? `@${name}` : theme.light[name]

const tab = (page: 'home' | 'schedule' | 'points' | 'me', text: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: themed(`${page}Icon`),
  selectedIconPath: themed(`${page}IconActive`),
})

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/schedule/index',
    'pages/points/index',
    'pages/me/index',
    'pages/session/index',
  ],
  subPackages: [
    {
      root: 'packages/resident',
      pages: [
        'household/index',
        'invitation/index',
        'inbox/index',
        'check-in/index',
        'draw/index',
        'record/index',
        'leave/index',
        'community/index',
        'skills/index',
        'teams/index',
        'find/index',
        'stamps/index',
        'keepsake/index',
        'my-data/index',
        'privacy/index',
      ],
    },
    {
      root: 'packages/cadre',
      pages: [
        'desk/index',
        'publish/index',
        'roster/index',
        'change/index',
        'paper/index',
        'call/index',
        'behalf/index',
      ],
    },
    {
      root: 'packages/office',
      pages: [
        'board/index',
        'members/index',
        'member/index',
        'teams/index',
        'disputes/index',
        'figures/index',
        'honours/index',
        'audit/index',
        'holidays/index',
      ],
    },
  ],
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: titles.home,
    navigationBarBackgroundColor: themed('bar'),
    navigationBarTextStyle: themed('barText') as 'black',
    backgroundColor: themed('paper'),
    backgroundTextStyle: themed('barBackText') as 'dark',
  },
  tabBar: {
    color: themed('tab'),
    selectedColor: themed('tabActive'),
    backgroundColor: themed('card'),
    borderStyle: themed('tabLine') as 'black',
    list: [
      tab('home', HOME_TAB),
      tab('schedule', titles.schedule),
      tab('points', titles.points),
      tab('me', titles.me),
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
