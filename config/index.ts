import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type Chain from 'webpack-chain'
import { defineConfig } from '@tarojs/cli'
import { ariaComponents } from './aria'
import { Progress } from './progress'

const root = path.resolve(__dirname, '..')
const target = process.env.TARO_ENV

/** `hello`: one bare page, built like the app, that the app's size is measured against. */
const build = process.env.LINLI_BUILD ?? target
const isApp = build !== 'hello'

/**
 * Build-time settings of the client, read from the environment:
 * - LINLI_TRANSPORT  how the mini-program reaches the API: `cloud` (wx.cloud.callFunction, the default),
 *                    `container` (wx.cloud.callContainer) or `http` (wx.request). H5 always uses HTTP.
 * - LINLI_CLOUD_ENV  the cloud environment's id, for `cloud` and `container`
 * - LINLI_SERVICE    the container service's name, for `container` (default `linli`)
 * - LINLI_API_BASE   origin of the API, as `https://linli.example.org`: needed for `http`;
 *                    H5 takes its own origin when it is empty
 */
const settings = {
  LINLI_TRANSPORT: process.env.LINLI_TRANSPORT ?? 'cloud',
  LINLI_CLOUD_ENV: process.env.LINLI_CLOUD_ENV ?? '',
  LINLI_SERVICE: process.env.LINLI_SERVICE ?? 'linli',
  LINLI_API_BASE: process.env.LINLI_API_BASE ?? '',
}

if (!['cloud', 'container', 'http'].includes(settings.LINLI_TRANSPORT)) {
  throw new Error(`LINLI_TRANSPORT is "${settings.LINLI_TRANSPORT}": it must be cloud, container or http`)
}

/** Another contract, other answers: what a phone has kept of them is then of no use. */
function contractMark(): string {
  const folder = path.join(root, 'src/contract')
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(path.join(folder, file)))
  return hash.digest('hex').slice(0, 8)
}

const constants = Object.fromEntries(
  Object.entries({ ...settings, LINLI_CONTRACT: contractMark() }).map(([name, value]) => [
    `process.env.${name}`,
    JSON.stringify(value),
  ]),
)

/** Maps lie beside the target, never in it: what is uploaded or served carries none. */
function adjustWebpack(chain: Chain) {
  chain.output.set('sourceMapFilename', `../maps/${build}/[file].map`)
  chain.output.devtoolModuleFilenameTemplate('[resource-path]')
  chain.plugins.delete('webpackbar')
  chain.plugin('progress').use(Progress, [build])
  chain.performance.hints(false)
  chain.stats('errors-warnings')
}

const tabIcons = (folder: string) => `${folder}/components/icon/tabs/`

// webpack knows the hidden kind, Taro's types do not. A cheap map would know one place for each minified file.
const maps = 'hidden-source-map' as 'source-map'

const pxtransform = { enable: true, config: {} }

// Packages that come in a newer JavaScript than the oldest phones read; all others are published as ES5.
const modern = ['@noble/hashes', 'd3-array', 'd3-path', 'd3-shape', 'internmap', 'uqr', 'valibot', 'zustand']
const compile = { include: modern.map((name) => path.join(root, 'node_modules', name)) }

export default defineConfig<'webpack5'>({
  projectName: 'linli',
  date: '2026-11-1',
  // Everything is drawn for a 375 px wide screen, our own pages and NutUI alike: 1px in CSS is 2rpx.
  designWidth: () => 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: isApp ? 'src' : 'config/size/hello',
  outputRoot: `dist/${build}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  alias: { '@': path.join(root, 'src') },
  defineConstants: constants,
  // Taro copies the tab icons it finds in app.config; those that theme.json names it does not know.
  copy: {
    patterns: target === 'weapp' && isApp ? [{ from: tabIcons('src'), to: tabIcons('dist/weapp') }] : [],
    options: { ignore: ['**/*.mjs'] },
  },
  // Chinese as it is written: an escape takes six bytes where the character takes three.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  plugins: ['@tarojs/plugin-html', ['@tarojs/plugin-inject', { components: ariaComponents }]],
  mini: {
    compile,
    optimizeMainPackage: { enable: true },
    // For rows of plain View and Text that are marked so; measured: a fifth less for each page of a list. Our own
    // Button or Icon inside would be taken for the platform's, and data- and aria- attributes are lost.
    experimental: { compileMode: true },
    enableSourceMap: true,
    sourceMapType: maps,
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform },
    webpackChain: adjustWebpack,
  },
  h5: {
    publicPath: '/',
    devServer: {
      port: 10086,
      open: false,
      // Reloads the page on a change; hot replacement would want two more packages.
      hot: false,
      proxy: { '/api': { target: `http://127.0.0.1:${process.env.PORT ?? 3000}` } },
    },
    compile,
    router: { mode: 'browser' },
    enableSourceMap: true,
    sourceMapType: maps,
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true },
      // On a wide screen the app stays a phone-wide column (app.scss), so the scale stops growing too.
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 23 } },
    },
    webpackChain: adjustWebpack,
  },
})
