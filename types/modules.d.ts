/// <reference types="@tarojs/taro" />

declare module '*.scss'
declare module '*.css'

declare module '*.png' {
  const url: string
  export default url
}

declare module '*.svg' {
  const url: string
  export default url
}

/** A migration, as text: esbuild's text loader in the builds, a transform of the same shape in jest. */
declare module '*.sql' {
  const text: string
  export default text
}

declare module '*/config/jest/postgres.mjs' {
  export default function startPostgres(): Promise<void>
}
declare module '*/config/jest/postgres-record.mjs' {
  export function recordPostgres(cluster: { pid: number; folder: string }): void
}
declare module '*/config/jest/postgres-stop.mjs' {
  export default function stopPostgres(): Promise<void>
}
