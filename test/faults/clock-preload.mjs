// Loaded into a server before its program (node --import): the campaign moves its clock and has it tick.
const real = Date.now
const every = globalThis.setInterval
const MINUTE = 60_000
let ahead = Number(process.env.FAULTS_AHEAD)
let tick = () => undefined

Date.now = () => real() + ahead
globalThis.setInterval = (work, delay, ...rest) => {
  if (delay === MINUTE) tick = work
  return every(work, delay, ...rest)
}
process.on('message', (message) => {
  if ('ahead' in message) ahead = message.ahead
  if ('tick' in message) tick()
})
