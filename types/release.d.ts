declare module '*/config/release/validate.mjs' {
  export function faultsOf(folder: string, packed: Record<string, string | Buffer>): string[]
}
