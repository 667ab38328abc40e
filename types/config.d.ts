declare module '*/config/release/validate.mjs' {
  export function faultsOf(folder: string, packed: Record<string, string | Buffer>): string[]
}

declare module '*/config/table.mjs' {
  export function table(rows: string[][]): string
  export function figure(number: number): string
}
