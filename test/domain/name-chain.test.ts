import { MOST_LINES, readChain, type ChainLine } from '@/domain/name-chain'

const read = (text: string) => readChain(text).map(({ name, heads }) => [name, heads])

describe('a chain of names from the chat', () => {
  it('is read from where it is numbered, whatever stands above', () => {
    const text = `#接龙
周六大扫除，9 点东门集合
例 张三 1人

1. 李静
2. 王建国 2人
3、刘芳(东门)
4)欧阳娜娜+1`
    expect(readChain(text)).toEqual<ChainLine[]>([
      { line: '李静', name: '李静', heads: 1 },
      { line: '王建国 2人', name: '王建国', heads: 2 },
      { line: '刘芳(东门)', name: '刘芳', heads: 1 },
      { line: '欧阳娜娜+1', name: '欧阳娜娜', heads: 2 },
    ])
  })

  it('counts every line where none is numbered', () => {
    expect(read('李静\n\n刘芳\r\n')).toEqual([
      ['李静', 1],
      ['刘芳', 1],
    ])
  })

  it.each<[string, string | null, number]>([
    ['1. 🌸李静🌸', '李静', 1],
    ['1. 李静 2大1小', '李静', 3],
    ['1. 李静 1小', '李静', 2],
    ['1. 李静3位', '李静', 3],
    ['1. 迪丽热巴·阿布都热依木', '迪丽热巴·阿布都热依木', 1],
    ['1. Anna Smith 2人', 'Anna Smith', 2],
    ['1. 李静', '李静', 1],
    ['1. 李静、刘芳', null, 1],
    ['1. 李静和刘芳', '李静和刘芳', 1],
    ['1. 李', null, 1],
    ['1. 138', null, 1],
    ['1. +1', null, 1],
  ])('reads %s as %s, %s', (line, name, heads) => {
    expect(read(line)).toEqual([[name, heads]])
  })

  it('has nothing to say of an empty text, and ends somewhere', () => {
    expect(readChain('  \n ')).toEqual([])
    expect(readChain('1. ')).toEqual([])
    expect(readChain('李静\n'.repeat(1000))).toHaveLength(MOST_LINES)
  })
})
