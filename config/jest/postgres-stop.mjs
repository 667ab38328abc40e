import { sweepPostgres } from './postgres-record.mjs'

export default async function stopPostgres() {
  await globalThis.linliPostgres?.stop()
  await sweepPostgres()
}
