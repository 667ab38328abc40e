/** What a guardian agrees to. A change of it raises CONSENT_VERSION in domain/child, so that everybody is asked anew. */
export const CONSENT_TEXT = [
  '我是孩子的监护人，同意孩子参加我给他报的活动。',
  '邻里只记孩子的小名和年龄段，不记大名、学校、照片和证件号。',
  '活动时领队能看到小名和年龄段；别人只看到人数。',
  '我可以随时在“我的家庭”里撤回同意，小名跟着删掉。',
] as const
