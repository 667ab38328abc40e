declare module '*/config/release/validate.mjs' {
  export function faultsOf(folder: string, packed: Record<string, string | Buffer>): string[]
}

declare module '*/config/table.mjs' {
  export function table(rows: string[][]): string
  export function figure(number: number): string
}

declare module '*/config/find-postgres.mjs' {
  /** the folder of a PostgreSQL of this machine with its client programs */
  export function findPostgres(): string | undefined
}
