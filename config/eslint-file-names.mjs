import path from 'node:path'

const hollow = ['utils', 'util', 'helpers', 'helper', 'manager', 'common', 'data', 'info']

/** A name says what is inside; an index.ts says nothing and draws import cycles. Pages are named by Taro. */
export const fileNames = {
  meta: { type: 'problem', schema: [], messages: { hollow: '{{name}} says nothing: name the concept' } },
  create(context) {
    const file = path.relative(context.cwd, context.filename)
    const parts = file.split(path.sep)
    const base = parts.at(-1) ?? ''
    const stem = base.split('.')[0]
    const barrel = parts[0] === 'src' && /^index\.(ts|js|mjs)$/.test(base)
    const name = barrel ? base : [...parts.slice(0, -1), stem].find((part) => hollow.includes(part))
    return name ? { Program: (node) => context.report({ node, messageId: 'hollow', data: { name } }) } : {}
  },
}
