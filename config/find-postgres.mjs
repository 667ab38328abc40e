import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

const PROGRAMS = ['initdb', 'postgres', 'pg_dump', 'pg_restore', 'psql']
const DEBIAN = '/usr/lib/postgresql'

/** @returns the folder of a PostgreSQL of this machine with its client programs, the newest there is */
export function findPostgres() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => path.join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ]
  return folders.find((folder) => folder && PROGRAMS.every((name) => existsSync(path.join(folder, name))))
}
