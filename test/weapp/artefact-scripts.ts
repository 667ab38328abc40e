import { Linter } from 'eslint'
import { textsOf, type Check } from './artefact'

/**
 * What base library 3.5.0 promises on every phone down to iOS 12 and Android 6: it brings missing objects
 * along, never missing syntax, and the platform's tools are told not to transpile. ES2018 is what the engine
 * of iOS 12 reads, except lookbehind, which came with 16.4.
 */
const SYNTAX = 2018

/** Beside the language: what WeChat gives to a script. */
const PLATFORM = [
  ...['wx', 'App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages'],
  ...['require', 'requirePlugin', 'module', 'exports', 'console'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
]

/** Taro's runtime has a branch for this other platform, and enters it there alone. */
const ELSEWHERE = ['tt']

/** In the language, and yet not on every phone; the base library cannot bring them along. */
const LACKING = ['Intl', 'Proxy', 'SharedArrayBuffer', 'Atomics']

const LOOKBEHIND = { message: 'looks behind', form: '/\\(\\?<[=!]/' }
const MADE_OF_TEXT = 'runs code made of text'
const BY_LOCALE = 'differs from phone to phone'

const FORBIDDEN = [
  { selector: `Literal[regex.pattern=${LOOKBEHIND.form}]`, message: LOOKBEHIND.message },
  { selector: `Literal[value=${LOOKBEHIND.form}]`, message: LOOKBEHIND.message },
  { selector: `TemplateElement[value.raw=${LOOKBEHIND.form}]`, message: LOOKBEHIND.message },
  {
    // The one text that the platform lets run.
    selector:
      ':matches(NewExpression, CallExpression)[callee.name="Function"]:not([arguments.0.value="return this"])',
    message: MADE_OF_TEXT,
  },
  {
    selector: 'MemberExpression[property.name=/^(toLocale(String|DateString|TimeString)|localeCompare)$/]',
    message: BY_LOCALE,
  },
]

const CONFIG: Linter.Config = {
  languageOptions: {
    ecmaVersion: SYNTAX,
    sourceType: 'script',
    globals: {
      ...Object.fromEntries([...PLATFORM, ...ELSEWHERE].map((name) => [name, 'readonly'])),
      ...Object.fromEntries(LACKING.map((name) => [name, 'off'])),
    },
  },
  rules: {
    'no-undef': 'error',
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-restricted-syntax': ['error', ...FORBIDDEN],
  },
}

const linter = new Linter()
const read = new Map<string, Linter.LintMessage[]>()

/** Each script is read once, for all checks. */
function messagesOn(text: string): Linter.LintMessage[] {
  const known = read.get(text) ?? linter.verify(text, CONFIG, { allowInlineConfig: false })
  read.set(text, known)
  return known
}

function complaints(isOurs: (message: Linter.LintMessage, text: string) => boolean): Check {
  return (artefact) =>
    textsOf(artefact, '.js').flatMap(([file, text]) =>
      messagesOn(text)
        .filter((message) => isOurs(message, text))
        .map(({ message, column }) => `${file}:${column} ${message}`),
    )
}

// `typeof fetch` first: then it is a question, and a phone without it goes another way.
function isAskedFor(message: string, text: string): boolean {
  const name = /^'(\w+)' is not defined/.exec(message)?.[1]
  return name !== undefined && new RegExp(`typeof ${name}\\b`).test(text)
}

export const syntax = complaints(({ fatal, message }) => fatal === true || message === LOOKBEHIND.message)

export const globals = complaints(
  ({ ruleId, message }, text) => ruleId === 'no-undef' && !isAskedFor(message, text),
)

export const textThatRuns = complaints(
  ({ ruleId, message }) => ruleId === 'no-eval' || ruleId === 'no-implied-eval' || message === MADE_OF_TEXT,
)

export const locales = complaints(({ message }) => message === BY_LOCALE)
