import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const COMPONENTS = [
  'View',
  'Text',
  'Image',
  'Button',
  'Input',
  'Textarea',
  'Picker',
  'ScrollView',
  'Canvas',
  'Switch',
]

function filesUnder(folder: string, end: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && end.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** Component and attribute of every aria- that the sources write on one, and what the pieces that hand them on stand for. */
function ariaInUse(): Set<string> {
  const used = new Set<string>()
  for (const file of filesUnder('src', /\.tsx$/)) {
    const source = readFileSync(file, 'utf8').replace(/<TaroButton/g, '<Button')
    for (const [, component = '', given = ''] of source.matchAll(/<([A-Z]\w+)((?:[^<>]|=>|<\w+>)*)/g)) {
      if (!COMPONENTS.includes(component)) continue
      for (const [attribute] of given.matchAll(/aria-[a-z]+/g)) used.add(`${component} ${attribute}`)
      if (given.includes('roleOf(')) used.add(`${component} aria-role`)
      if (given.includes('fieldLabel(') || given.includes('{...shared}')) used.add(`${component} aria-label`)
    }
  }
  return used
}

it('carries every aria attribute the sources use into the templates that WeChat draws from', () => {
  const templates = filesUnder('dist/weapp', /\.wxml$/)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const used = ariaInUse()
  for (const sure of [
    'View aria-role',
    'View aria-checked',
    'View aria-hidden',
    'Button aria-disabled',
    'Input aria-label',
  ]) {
    expect(used).toContain(sure)
  }
  const missing = [...used].filter((pair) => {
    const [component = '', attribute] = pair.split(' ')
    const tag = component.replace(/[A-Z]/g, (letter, at) => `${at ? '-' : ''}${letter.toLowerCase()}`)
    const drawn = [...templates.matchAll(new RegExp(`<${tag} [^>]*>`, 'g'))]
    // Those without attributes of their own are for elements that have none, and so no aria either.
    const full = drawn.filter(([text]) => /i\.p\d/.test(text))
    return full.length === 0 || full.some(([text]) => !text.includes(`${attribute}="{{`))
  })
  expect(missing).toEqual([])
})
