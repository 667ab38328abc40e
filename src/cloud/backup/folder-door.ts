import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import { log } from '../log'
import { StartupError } from '../startup-error'

/** A file of the folder itself: who may not read the database cannot reach it, and no network leads there. */
const DOOR = 'linli.backup'
/** The longest name a socket may have on every system we know. */
const LONGEST = 100
const LENGTH_BYTES = 8

/** Relative names are shorter. */
function doorOf(folder: string): string {
  const whole = path.resolve(folder, DOOR)
  const relative = path.relative(process.cwd(), whole)
  return relative.length < whole.length ? relative : whole
}

/**
 * Whoever has a folder open hands out copies of it: no second process may open it, and files copied under a running
 * one do not fit together.
 * @param copy a backup of the database as it stands
 * @returns closes the door
 */
export async function openDoor(folder: string, copy: () => Promise<Uint8Array>): Promise<() => void> {
  const place = doorOf(folder)
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    copy().then(
      (bytes) => {
        const length = Buffer.alloc(LENGTH_BYTES)
        length.writeBigUInt64BE(BigInt(bytes.length))
        socket.write(length)
        socket.end(bytes)
      },
      (error: unknown) => {
        log.error({ error }, 'no copy of the data folder could be made')
        socket.destroy()
      },
    )
  })
  try {
    if (place.length > LONGEST) throw new Error('its path is too long')
    // The lock of the folder is ours: one that lies there is of a process that was killed.
    rmSync(place, { force: true })
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(place, resolve))
    chmodSync(place, 0o600)
  } catch {
    log.warn('no backup can be made of the data folder while it is open')
    return () => undefined
  }
  server.on('error', () => undefined)
  server.unref()
  return () => void server.close()
}

/**
 * Asks whoever has the folder open for a copy.
 * @returns null when nobody answers
 * @throws StartupError when the copy broke off
 */
export async function askAtDoor(folder: string): Promise<Buffer | null> {
  const parts: Buffer[] = []
  const answered = await new Promise<boolean>((resolve) => {
    let connected = false
    const socket = connect(doorOf(folder))
    socket.once('connect', () => (connected = true))
    socket.on('data', (part) => parts.push(part))
    socket.on('error', () => undefined)
    socket.once('close', () => resolve(connected))
  })
  if (!answered) return null
  const whole = Buffer.concat(parts)
  const isWhole =
    whole.length >= LENGTH_BYTES && whole.readBigUInt64BE() === BigInt(whole.length - LENGTH_BYTES)
  if (!isWhole)
    throw new StartupError(`The server that has ${folder} open broke the copy off; its log says why.`)
  return whole.subarray(LENGTH_BYTES)
}
