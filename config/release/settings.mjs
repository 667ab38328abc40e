import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'

const CONSOLE = 'mp.weixin.qq.com → 开发管理 → 开发设置'

/** A reason not to go on, in sentences for whoever releases. */
export class Obstacle extends Error {}

/**
 * What a release needs from the environment.
 * @param variables WX_APPID, WX_UPLOAD_KEY, WX_ROBOT and the settings of the client's build
 * @param sends false for a dry run, which does without an AppID and a key but checks those that are set
 * @throws Obstacle that names every variable that is missing or wrong, never what a key contains
 */
export function readSettings(variables, sends) {
  const faults = []
  const attempt = (read) => {
    try {
      return read(variables, sends)
    } catch (error) {
      if (!(error instanceof Obstacle)) throw error
      faults.push(error.message)
    }
  }
  const [appId, key, robot] = [readAppId, readKey, readRobot, checkTransport].map(attempt)
  if (faults.length > 0) throw new Obstacle(faults.join('\n'))
  return { appId, key, robot }
}

function readAppId(variables, sends) {
  const appId = variables.WX_APPID
  if (!appId && !sends) return null
  if (!appId) throw new Obstacle(`WX_APPID is not set: the AppID of the mini-program, from ${CONSOLE}.`)
  if (!/^wx[0-9a-f]{16}$/.test(appId))
    throw new Obstacle(`WX_APPID is "${appId}": an AppID is wx and 16 hexadecimal digits.`)
  return appId
}

function readKey(variables, sends) {
  const file = variables.WX_UPLOAD_KEY
  if (!file && !sends) return null
  if (!file) {
    throw new Obstacle(
      `WX_UPLOAD_KEY is not set: the path of the code upload key, which an administrator downloads from ${CONSOLE} → 小程序代码上传. The address of this machine belongs on the IP list there.`,
    )
  }
  try {
    const key = readFileSync(file, 'utf8')
    if (createPrivateKey(key).asymmetricKeyType === 'rsa') return key
  } catch (error) {
    if (error.code === 'ENOENT') throw new Obstacle(`WX_UPLOAD_KEY names ${file}, and there is no such file.`)
  }
  throw new Obstacle(`WX_UPLOAD_KEY names ${file}, which is not a readable RSA private key.`)
}

function readRobot(variables) {
  const robot = variables.WX_ROBOT || '1'
  if (!/^([1-9]|[12]\d|30)$/.test(robot))
    throw new Obstacle(`WX_ROBOT is "${robot}": the platform has robots 1 to 30.`)
  return Number(robot)
}

/** A mini-program that can reach no API is built without complaint; it must not get as far as a phone. */
function checkTransport(variables, sends) {
  if (!sends) return
  if (variables.LINLI_TRANSPORT === 'http' && !variables.LINLI_API_BASE?.startsWith('https://'))
    throw new Obstacle('LINLI_API_BASE must be an https:// origin when LINLI_TRANSPORT is http.')
  if (variables.LINLI_TRANSPORT === 'container' && !variables.LINLI_CLOUD_ENV)
    throw new Obstacle('LINLI_CLOUD_ENV is not set, and LINLI_TRANSPORT=container needs it.')
}
