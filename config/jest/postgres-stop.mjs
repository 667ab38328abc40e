export default async function stopPostgres() {
  await globalThis.linliPostgres?.stop()
}
