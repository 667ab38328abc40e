const DIGITS = '零一二三四五六七八九'

/** 第二网格 before 第十网格: by the number in a name, then as they are written. */
export function byNumeral(a: { name: string }, b: { name: string }): number {
  // By code point: not every phone knows an alphabet for Chinese.
  return numberIn(a.name) - numberIn(b.name) || Number(a.name > b.name) - Number(a.name < b.name)
}

// Up to 九十九; names without a number come last.
function numberIn(name: string): number {
  const arabic = /\d+/.exec(name)?.[0]
  if (arabic !== undefined) return Number(arabic)
  const written = /第([零一二三四五六七八九十]+)/.exec(name)?.[1]
  if (written === undefined) return 1_000_000
  const [tens, ones] = written.includes('十') ? written.split('十') : ['零', written]
  return (tens === '' ? 1 : DIGITS.indexOf(tens ?? '')) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}
