import { generateKeyPairSync } from 'node:crypto'
import path from 'node:path'
import { root } from '../bundle.mjs'
import { packagesOf } from '../size/packages.mjs'
import { figure, table } from '../table.mjs'
import { Obstacle } from './settings.mjs'
import { silently } from './silently.mjs'
import { asInDevTools, openProject } from './tool.mjs'
import { faultsOf, packedFiles } from './validate.mjs'

const app = path.join(root, 'dist/weapp')
const archive = path.join(root, 'dist/release.zip')

// Nobody listens there: whatever the packer would ask the network fails at once, and it goes on with what it knows.
const NOWHERE = 'http://127.0.0.1:1'

/**
 * Packs the mini-program just as for an upload and looks at what came out; nothing leaves this machine.
 * @throws Obstacle with all that the platform would refuse
 */
export async function dryRun(tool, { appId, key }) {
  const packed = await silently('The mini-program cannot be packed', () => pack(tool, { appId, key }))
  const faults = faultsOf(app, packed)
  if (faults.length > 0) throw new Obstacle(faults.join('\n'))
  console.log(tableOf(packedFiles(app, packed)))
  console.log(
    `\nPacked into ${path.relative(root, archive)}; every page of app.json is there, nothing was sent.`,
  )
}

function pack(tool, { appId, key }) {
  tool.proxy(NOWHERE)
  const project = openProject(tool, {
    appId: appId ?? 'touristappid',
    key: key ?? throwAwayKey(),
    attr: () => Promise.resolve(limits),
  })
  return tool.getCompiledResult(
    { project, setting: asInDevTools, version: '', onProgressUpdate() {} },
    archive,
  )
}

// What the platform would say of a mini-program that it knows: megabytes and numbers of tabs.
const limits = {
  appType: 0,
  platform: false,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 20,
    MaxSubPackageLimit: 100,
    NavigateMiniprogramLimit: 10,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxCustomTabbarCount: 10,
    MaxTabbarIconSize: 40,
  },
}

// The packer wants a key even where it has nothing to sign.
const throwAwayKey = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey

function tableOf(files) {
  const count = (name) => files.filter((file) => file.package === name).length
  const packages = packagesOf(files)
  const bytes = packages.reduce((total, one) => total + one.bytes, 0)
  return table([
    ['package', 'files', 'bytes'],
    ...packages.map((one) => [one.name, figure(count(one.name)), figure(one.bytes)]),
    ['in all', figure(files.length), figure(bytes)],
  ])
}
