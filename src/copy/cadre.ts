/** What stands where a cadre's page would be, for somebody who is none. */
export const cadre = {
  onlyCadres: '这里给社区干部用。想帮忙组织活动，请和社区说一声。',
  toHome: '回首页',
} as const
