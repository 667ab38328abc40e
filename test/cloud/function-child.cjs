// Runs the built cloud function with the real SDK, as the platform would: one request at a time, who asks in the
// environment. CALLS = {payload, people}; prints one line with what each of the people got.
const { main } = require('../../dist/cloud/api/index.js')

async function run() {
  const { payload, people } = JSON.parse(process.env.CALLS)
  const results = []
  for (let index = 0; index < people; index += 1) {
    process.env.WX_CONTEXT_KEYS = 'WX_OPENID,WX_APPID'
    process.env.WX_OPENID = `function-${index}`
    process.env.WX_APPID = 'wx0000000000000000'
    const envelope = await main({ action: 'bookSlot', payload, requestId: `request-function-${index}` })
    results.push(envelope.ok ? 'booked' : envelope.error.message)
  }
  delete process.env.WX_OPENID
  process.env.WX_CONTEXT_KEYS = 'WX_APPID'
  const nobody = await main({ action: 'whoAmI', payload: {} })
  const timer = await main({ Type: 'Timer', TriggerName: 'tick' })
  process.env.WX_CONTEXT_KEYS = 'WX_OPENID,WX_APPID'
  process.env.WX_OPENID = 'somebody'
  const pretender = await main({ Type: 'Timer', action: 'whoAmI', payload: {} })
  const others = { nobody: nobody.error?.code, timer: timer.ok, pretender: pretender.data }
  console.log(`RESULTS ${JSON.stringify({ results, others })}`)
  process.exit(0)
}

run()
