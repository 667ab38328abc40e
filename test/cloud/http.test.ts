import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createHttp } from '@/cloud/http'
import { listen, type Patience } from '@/cloud/listen'
import { deploy, type TestDeployment } from './deployment'

const PAGE = '<!doctype html><script>const a = 1</script><script defer src="/js/app.js"></script>'
const SECRET = 'the secret of this server'

const outer = mkdtempSync(path.join(tmpdir(), 'linli-http-'))
const assets = path.join(outer, 'h5')
let linli: TestDeployment
let server: Server
let port: number

const start = async (patience: Partial<Patience> = {}) => {
  const app = createHttp({ deployment: linli, trustGateway: false, assets })
  return listen(app.fetch, { host: '127.0.0.1', port: 0 }, patience)
}
const portOf = (it: Server) => (it.address() as AddressInfo).port

beforeAll(async () => {
  mkdirSync(path.join(assets, 'static'), { recursive: true })
  writeFileSync(path.join(assets, 'index.html'), PAGE)
  writeFileSync(path.join(assets, 'static', 'picture.svg'), '<svg/>')
  writeFileSync(path.join(outer, 'secret.txt'), SECRET)
  linli = await deploy(Date.UTC(2026, 10, 25, 2))
  server = await start()
  port = portOf(server)
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  expect(linli.failures).toEqual([])
  await linli.close()
  rmSync(outer, { recursive: true, force: true })
})

interface Answer {
  status: number
  headers: IncomingMessage['headers']
  text: string
}

interface Asking {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** As it is written: a client of today would tidy the path up first. */
function ask(target: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port, path: target, method, headers, agent: false },
      (answer) => {
        let text = ''
        answer.on('data', (chunk) => (text += String(chunk)))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
        answer.on('error', reject)
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}

/** Bytes as they are, until the server closes. @returns all it said */
async function raw(bytes: string, to = port): Promise<string> {
  const { socket, heard } = open(to)
  socket.write(bytes)
  if (!socket.destroyed) await once(socket, 'close')
  return heard()
}

function open(to: number): { socket: Socket; heard: () => string } {
  const socket = connect(to, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += String(chunk)))
  // Cut off while we still write: what was said before counts.
  socket.on('error', () => undefined)
  return { socket, heard: () => text }
}

describe('what a browser is told', () => {
  it.each(['/', '/api', '/static/picture.svg', '/api/nothing'])('with %s', async (target) => {
    const { headers } = await ask(target)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('lets the page’s own inline script run by its hash, and no other', async () => {
    const policy = String((await ask('/')).headers['content-security-policy'])
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1]
    expect(scripts).toMatch(/^'self' 'sha256-[A-Za-z0-9+/]{43}='$/)
  })

  it('to come by https again, only when it came by https', async () => {
    expect((await ask('/')).headers['strict-transport-security']).toBeUndefined()
    const { headers } = await ask('/', { headers: { 'X-Forwarded-Proto': 'https' } })
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d+/)
  })

  it.each(['GET', 'OPTIONS', 'POST'])('nothing about other origins: CORS is closed to %s', async (method) => {
    const headers = { Origin: 'https://evil.invalid', 'Access-Control-Request-Method': 'POST' }
    for (const target of ['/api/whoAmI', '/api', '/', '/files/x']) {
      const answer = await ask(target, { method, headers })
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('a method', () => {
  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s calls no action', async (method) => {
    const { status, headers } = await ask('/api/listCommunities', { method })
    expect([status, headers.allow]).toEqual([405, 'POST'])
  })

  it.each(['POST', 'PUT', 'DELETE'])('%s changes no page', async (method) => {
    expect((await ask('/', { method })).status).toBe(404)
    expect((await ask('/static/picture.svg', { method })).status).toBe(404)
  })

  it('TRACE gives nothing back of what was sent', async () => {
    const { status, text } = await ask('/', { method: 'TRACE', headers: { Authorization: 'Bearer mine' } })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(text).not.toContain('mine')
  })
})

describe('a path out of the folder', () => {
  it.each([
    '/../secret.txt',
    '/static/../../secret.txt',
    '/static/..%2f..%2fsecret.txt',
    '/static/%2e%2e/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/static/..\\..\\secret.txt',
    '/static/....//....//secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/static/%c0%ae%c0%ae/%c0%ae%c0%ae/secret.txt',
    '//secret.txt',
    `/${encodeURIComponent(path.join(outer, 'secret.txt'))}`,
    `/${path.join(outer, 'secret.txt')}`,
    `/static/${path.join(outer, 'secret.txt')}`,
    '/static/picture.svg%00.txt',
    '/files/..%2f..%2fsecret.txt',
    '/api/..%2f..%2fsecret.txt',
    `http://127.0.0.1/../secret.txt`,
    'file:///etc/passwd',
    '/%',
  ])('%s leads nowhere', async (target) => {
    const { status, text } = await ask(target)
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('root:')
    // The app's page stands for every path that is none of a file: it says itself that there is no such page.
    if (status === 200) expect(text).toBe(PAGE)
    else expect([400, 404, 405]).toContain(status)
  })

  it('is not looked for where there is a file', async () => {
    expect((await ask('/static/picture.svg')).text).toBe('<svg/>')
  })
})

describe('too much', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    ask('/api/listCommunities', { method: 'POST', body, headers })

  it.each([
    ['announced', { 'Content-Length': String(65 * 1024) }],
    ['in pieces', { 'Transfer-Encoding': 'chunked' }],
  ])('of a body, %s, is 413', async (_, headers) => {
    const { status, text } = await post('x'.repeat(65 * 1024), headers)
    expect(status).toBe(413)
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'too_large' } })
  })

  it('of a body is just what is still read', async () => {
    const body = JSON.stringify({ cursor: 'x'.repeat(64 * 1024 - 13) })
    expect(Buffer.byteLength(body)).toBe(64 * 1024)
    expect((await post(body)).status).toBe(400)
    expect((await post('{}')).status).toBe(200)
  })

  it('of headers is 431', async () => {
    const { status } = await ask('/api', { headers: { 'X-Much': 'x'.repeat(17 * 1024) } })
    expect(status).toBe(431)
  })

  it('of a path is 431', async () => {
    expect((await ask(`/${'a'.repeat(17 * 1024)}`)).status).toBe(431)
  })
})

describe('a request that says two things', () => {
  const head = 'POST /api/listCommunities HTTP/1.1\r\nHost: a\r\n'
  const inner = 'POST /api/whoAmI HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}'

  it.each([
    [
      'a length and pieces',
      `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
    ],
    ['two lengths', `${head}Content-Length: 2\r\nContent-Length: 60\r\n\r\n{}${inner}`],
    ['a length that is none', `${head}Content-Length: +2\r\n\r\n{}${inner}`],
    ['a header over two lines', `${head}X-A: b\r\n c\r\nContent-Length : 2\r\n\r\n{}`],
    ['no HTTP', 'hello\r\n\r\n'],
    ['no host', 'GET /api HTTP/1.1\r\n\r\n'],
  ])('%s is told 400, and no second request hides in it', async (_, bytes) => {
    const heard = await raw(bytes)
    expect(heard).toMatch(/^HTTP\/1\.1 400/)
    expect(heard.match(/HTTP\/1\.1/g)).toHaveLength(1)
  })
})

describe('a client that takes its time', () => {
  const soon = { headersTimeout: 300, requestTimeout: 300, connectionsCheckingInterval: 50 }
  let impatient: Server
  beforeAll(async () => {
    impatient = await start(soon)
  })
  afterAll(() => {
    impatient.closeAllConnections()
    impatient.close()
  })

  it.each([
    ['headers', 'GET /api HTTP/1.1\r\nHost: a\r\nX-More'],
    ['its body', 'POST /api/listCommunities HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{"a"'],
  ])('with %s is told 408 and let go', async (_, bytes) => {
    expect(await raw(bytes, portOf(impatient))).toMatch(/^HTTP\/1\.1 408/)
  })

  it('between two requests is waited for', async () => {
    const { socket, heard } = open(portOf(impatient))
    const answers = async (count: number) => {
      while ((heard().match(/HTTP\/1\.1 405/g) ?? []).length < count) await once(socket, 'data')
    }
    const whole = 'GET /api/whoAmI HTTP/1.1\r\nHost: a\r\n\r\n'
    socket.write(whole)
    await answers(1)
    // Longer than any request may take.
    await new Promise((resolve) => setTimeout(resolve, 3 * soon.headersTimeout))
    socket.write(whole)
    await answers(2)
    socket.destroy()
  })

  it('is not waited for long unless a test says otherwise', () => {
    const { headersTimeout, requestTimeout, keepAliveTimeout } = server
    expect([headersTimeout, requestTimeout]).toEqual([10_000, 30_000])
    expect(keepAliveTimeout).toBeGreaterThan(60_000)
  })
})
