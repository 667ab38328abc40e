import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'eslint/config'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { fileNames } from './eslint-file-names.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const screens = ['./src/pages', './src/packages', './src/app.tsx']
const folders = [
  'api',
  'cloud',
  'components',
  'contract',
  'copy',
  'domain',
  'packages',
  'pages',
  'platform',
  'stores',
]

/** `target` may import from `allowed` (and itself), and from no other folder of src. */
const only = (target, allowed, message) => ({
  target: [target].flat(),
  from: folders.filter((folder) => !allowed.includes(folder)).map((folder) => `./src/${folder}`),
  message,
})

const zones = [
  only('./src/domain', ['domain'], 'domain/ is pure: it imports nothing but itself'),
  only('./src/contract', ['contract', 'domain'], 'contract/ builds on domain types only'),
  only('./src/copy', ['copy', 'contract', 'domain'], 'copy/ turns domain and contract values into words'),
  only('./src/cloud', ['cloud', 'contract', 'copy', 'domain'], 'cloud/ never imports the client'),
  only('./src/platform', ['platform'], 'platform/ knows wx and nothing of ours'),
  only(
    './src/api',
    ['api', 'contract', 'domain', 'platform'],
    'api/ carries calls: contract and platform only',
  ),
  only(
    './src/stores',
    ['stores', 'api', 'contract', 'domain', 'platform'],
    'stores/ import api, contract, domain, platform',
  ),
  only('./src/components', ['components', 'copy', 'domain'], 'components/: props in, events out'),
  only(
    screens,
    ['pages', 'packages', 'stores', 'components', 'copy', 'contract', 'domain', 'platform'],
    'A page reads stores; it knows no transport and no server',
  ),
]

// Every word on the screen is in copy/: no literal, template or JSX text elsewhere has Chinese in it.
const CHINESE = '/[\u3400-\u9fff\uff00-\uffef]/'
const noWords = [
  `Literal[value=${CHINESE}]`,
  `TemplateElement[value.raw=${CHINESE}]`,
  `JSXText[value=${CHINESE}]`,
].map((selector) => ({ selector, message: 'words belong in copy/' }))

// And Chinese sentences have Chinese punctuation.
const HALF_WIDTH = '/[\u3400-\u9fff”》][,;:?!]|[,;:?!][\u3400-\u9fff“《]/'
const fullWidth = [`Literal[value=${HALF_WIDTH}]`, `TemplateElement[value.raw=${HALF_WIDTH}]`].map(
  (selector) => ({
    selector,
    message: 'a Chinese sentence has Chinese punctuation: ，；：？！',
  }),
)

const clock = 'domain/ has no clock: take now as a parameter'

export default defineConfig(
  { ignores: ['dist/**', 'node_modules/**', 'test-results/**', '.data/**'] },
  {
    basePath: root,
    files: ['**/*.{ts,tsx,mjs,js}'],
    extends: [...tseslint.configs.recommended],
    plugins: { 'import-x': importX, linli: { rules: { 'file-names': fileNames } } },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
          tsconfig: { configFile: path.join(root, 'tsconfig.json') },
        }),
      ],
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'linli/file-names': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-paths': 'off',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    basePath: root,
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    basePath: root,
    files: ['**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }] },
  },
  { basePath: root, files: ['src/**'], rules: { 'no-console': 'error' } },
  {
    // The demo's people have names; a command speaks on the terminal; domain/ reads what people paste and knows holidays.
    basePath: root,
    files: ['src/**'],
    ignores: ['src/copy/**', 'src/domain/**', 'src/cloud/demo/**', 'src/cloud/commands/**'],
    rules: { 'no-restricted-syntax': ['error', ...noWords] },
  },
  { basePath: root, files: ['src/copy/**'], rules: { 'no-restricted-syntax': ['error', ...fullWidth] } },
  {
    // What a command or a starting server says, it says on the terminal.
    basePath: root,
    files: ['src/cloud/commands/**', 'src/cloud/server.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    basePath: root,
    files: ['src/domain/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'Date',
          'performance',
          'setTimeout',
          'setInterval',
          'setImmediate',
          'queueMicrotask',
          'process',
        ].map((name) => ({ name, message: clock })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'domain/ is replayable: chance comes in as a seed' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(?!\\.{1,2}/|@/domain/|@noble/hashes)', message: 'domain/ imports only itself' },
          ],
        },
      ],
    },
  },
  {
    basePath: root,
    files: ['src/contract/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(?!\\.{1,2}/|@/|valibot$)', message: 'contract/ is valibot and domain types' },
          ],
        },
      ],
    },
  },
  {
    // A store is made by one function: what matters is the length of its actions.
    basePath: root,
    files: ['src/stores/**'],
    rules: { 'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A describe block is one long function, and a table of boundaries a long file.
    basePath: root,
    files: ['test/**'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
    },
  },
  {
    basePath: root,
    files: ['babel.config.js', 'config/**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
