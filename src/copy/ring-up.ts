/** Ringing up who left a number. */
export const ringUp = {
  reveal: (masked: string) => `看号码 ${masked}`,
  call: (number: string) => `拨打 ${number}`,
  gone: '刚刚删掉了，请上门说一声。',
  failed: '没拨出去，请照号码自己拨。',
} as const
