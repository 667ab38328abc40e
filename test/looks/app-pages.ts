import { FACES } from './pages'

interface AppConfig {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

/** @returns pages of app.config.ts that no row of the table shows: a new page needs one */
export async function pagesWithoutFace(): Promise<string[]> {
  // Taro's build makes this known; it only hands the configuration on.
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })
  const { default: config } = (await import('@/app.config')) as unknown as { default: AppConfig }
  const pages = [
    ...config.pages,
    ...config.subPackages.flatMap((it) => it.pages.map((page) => `${it.root}/${page}`)),
  ]
  return pages.filter((page) => FACES.every((face) => face.page !== page))
}
