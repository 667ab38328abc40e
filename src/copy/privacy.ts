/** Asked by the platform before the clipboard, the album or the calendar is used for the first time. */
export const privacySheet = {
  title: '用之前问一声',
  why: '保存图片、复制文字、加进日历，要您先同意微信的隐私指引。不同意也能照常报名。',
  guide: '看看隐私指引 ›',
  agree: '同意',
  refuse: '先不同意',
} as const
