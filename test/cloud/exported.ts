import { createSignedLinks } from '@/cloud/files/signed-links'
import { createHttp } from '@/cloud/http'
import type { TestDeployment } from './deployment'

/** What is in the file that a link of the deployment leads to, as text. */
export async function exportedText(linli: TestDeployment, url: string): Promise<string> {
  const links = createSignedLinks('s'.repeat(32))
  const app = createHttp({ deployment: linli, trustGateway: false, links, assets: null })
  const response = await app.request(url)
  if (response.status !== 200) throw new Error(`the file answered ${response.status}`)
  return response.text()
}
