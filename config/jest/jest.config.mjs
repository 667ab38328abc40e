import path from 'node:path'
import { fileURLToPath } from 'node:url'

const rootDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
]

const sources = { '^@/(.*)$': '<rootDir>/src/$1' }
const transform = { '\\.sql$': '<rootDir>/config/jest/sql.cjs', '\\.[mc]?[jt]sx?$': swc }

// Taro's H5 side and what it leans on, all ES modules.
const esm = [
  '@tarojs',
  '@stencil',
  '@nutui',
  '@noble',
  '@swc/helpers',
  'd3-array',
  'd3-path',
  'd3-shape',
  'internmap',
  'lodash-es',
  'swiper',
  'ssr-window',
  'dom7',
  'nanoid',
  'query-string',
  'decode-uri-component',
  'filter-obj',
  'split-on-first',
]

const project = (displayName, folders, rest) => ({
  displayName,
  rootDir,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`),
  testEnvironment: 'node',
  moduleNameMapper: sources,
  transform,
  // These packages come as ES modules only; all others load as they are.
  transformIgnorePatterns: ['/node_modules/(?!@noble/)'],
  ...rest,
})

/** Runs on node: rules, contract, words, the API and its database. */
const cloud = project('cloud', ['domain', 'contract', 'copy', 'cloud', 'race', 'faults', 'bench'], {
  globalSetup: '<rootDir>/config/jest/postgres.mjs',
  globalTeardown: '<rootDir>/config/jest/postgres-stop.mjs',
})

/** Runs in jsdom on Taro's H5 components: query by text or id, they are custom elements. */
const ui = project('ui', ['components', 'pages', 'packages', 'stores', 'api', 'platform'], {
  testEnvironment: 'jsdom',
  // The export conditions of a browser would pick ES modules that jest cannot load.
  testEnvironmentOptions: { customExportConditions: ['node', 'require'] },
  setupFiles: ['<rootDir>/config/jest/taro-globals.cjs'],
  moduleNameMapper: {
    ...sources,
    '\\.(s?css|png|svg)$': '<rootDir>/config/jest/nothing.cjs',
    '^@tarojs/taro$': '<rootDir>/config/jest/taro.cjs',
    '^@tarojs/components$': '@tarojs/components/lib/react',
  },
  // Anchored at the first node_modules: components/lib/react carries a .pnpm of its own.
  transformIgnorePatterns: [`^${rootDir}/node_modules/(?!(${esm.join('|')})/)`],
})

/** Runs the built mini-program, dist/weapp, in WeChat's own simulator of components, on the built cloud function. */
const weapp = project('weapp', ['weapp'], {
  globalSetup: cloud.globalSetup,
  globalTeardown: cloud.globalTeardown,
  testEnvironment: 'jsdom',
})

/** Runs the built H5 app and server in a real Chromium. */
const browser = project('browser', ['browser'], {})

export default {
  rootDir,
  projects: [cloud, ui, weapp, browser],
  testTimeout: 30_000,
  maxWorkers: 2,
}
