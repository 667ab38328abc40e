// The built cloud function with the real SDK, as the platform runs it: one request at a time, who asks in the
// environment. A process of its own, on a database of its own, for as long as its parent wants.
import { createRequire } from 'node:module'
import path from 'node:path'
import { createDatabase } from '../cloud/deployment'

/** What the parent sends: an event with who causes it, or an order. */
type Message =
  { id: number; openId: string | null; event: object } | { id: number; moveTo: number } | { stop: true }

const realNow = Date.now
let ahead = 0
Date.now = () => realNow() + ahead

const { url, drop } = await createDatabase()
process.env.DATABASE_URL = url
process.env.DOOR_KEY = 'k'.repeat(32)
const { main } = createRequire(import.meta.url)(path.resolve('dist/cloud/api/index.js')) as {
  main: (event: object) => Promise<unknown>
}

// The platform's storage is the one thing that cannot be had here: it answers as its documentation shows.
const sdk = createRequire(path.resolve('dist/cloud/api/index.js'))('wx-server-sdk') as Record<string, unknown>
sdk.uploadFile = ({ cloudPath }: { cloudPath: string }) =>
  Promise.resolve({ fileID: `cloud://linli.1234/${cloudPath}`, statusCode: 200, errMsg: 'uploadFile:ok' })
sdk.getTempFileURL = ({ fileList }: { fileList: { fileID: string; maxAge: number }[] }) =>
  Promise.resolve({
    errMsg: 'getTempFileURL:ok',
    fileList: fileList.map(({ fileID, maxAge }) => ({
      ...{ fileID, maxAge, status: 0, errMsg: 'ok' },
      tempFileURL: fileID.replace('cloud://linli.1234', 'https://1234-linli.tcb.qcloud.la'),
    })),
  })
sdk.deleteFile = () => Promise.resolve({ errMsg: 'deleteFile:ok', fileList: [] })

function runFor(openId: string | null, event: object): Promise<unknown> {
  process.env.WX_APPID = 'wx0000000000000000'
  process.env.WX_CONTEXT_KEYS = openId === null ? 'WX_APPID' : 'WX_OPENID,WX_APPID'
  if (openId === null) delete process.env.WX_OPENID
  else process.env.WX_OPENID = openId
  return main(event)
}

// What would have happened meanwhile is done by the timer.
function moveClock(to: number): Promise<unknown> {
  ahead = to - realNow()
  return runFor(null, { Type: 'Timer', TriggerName: 'tick' })
}

async function stop(): Promise<void> {
  await drop()
  process.exit(0)
}

let queue: Promise<unknown> = Promise.resolve()

process.on('message', (message: Message) => {
  if ('stop' in message) return void stop()
  const work = () => ('moveTo' in message ? moveClock(message.moveTo) : runFor(message.openId, message.event))
  queue = queue.then(work).then((answer) => process.send?.({ id: message.id, answer }))
})
process.on('disconnect', () => void stop())
process.send?.({ url })
