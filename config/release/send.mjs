import { figure, table } from '../table.mjs'
import { Obstacle } from './settings.mjs'
import { asInDevTools, openProject } from './tool.mjs'

/**
 * Hands the mini-program to the platform, once: what fails is said and not tried again.
 * @param how 'preview': a QR code for phones of the team; 'upload': a development version to submit for review
 * @throws Obstacle
 */
export async function send(tool, how, { appId, key, robot, version, description }) {
  console.log(`${how === 'upload' ? 'Uploading' : 'Previewing'} ${version} as robot ${robot}: ${description}`)
  const options = {
    project: openProject(tool, { appId, key }),
    setting: asInDevTools,
    version,
    desc: description,
    robot,
    // One way only: by the object store it would fall back to this one by itself.
    useCOS: false,
    onProgressUpdate() {},
  }
  const { subPackageInfo = [] } = await tool[how](options).catch((error) => {
    throw new Obstacle(
      `${how === 'upload' ? 'Nothing was uploaded' : 'There is no preview'}: ${error.message ?? error}`,
    )
  })
  console.log(
    table([['package', 'bytes'], ...subPackageInfo.map(({ name, size }) => [nameOf(name), figure(size)])]),
  )
  if (how === 'upload')
    console.log(`\n${version} is in mp.weixin.qq.com → 版本管理: submit it for review there.`)
}

const nameOf = (name) => ({ __FULL__: 'in all', __APP__: 'main' })[name] ?? name.replace(/^\/|\/$/g, '')
