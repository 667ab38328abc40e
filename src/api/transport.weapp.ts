import Taro from '@tarojs/taro'
import { PATIENCE, type Outgoing } from './outgoing'

interface WechatCloud {
  init(options: { env?: string; traceUser?: boolean }): void
  callFunction(options: { name: string; data: unknown }): Promise<{ result?: unknown }>
  callContainer(options: {
    config: { env: string }
    path: string
    method: 'POST' | 'GET'
    header: Record<string, string>
    data?: unknown
    responseType?: 'arraybuffer'
  }): Promise<{ data?: unknown; statusCode?: number }>
}

const ENV = process.env.LINLI_CLOUD_ENV

let ready: WechatCloud | null = null

// Initialised with the first request, so that a build for an own server never touches the cloud.
function cloud(): WechatCloud {
  if (!ready) {
    ready = (Taro as unknown as { cloud: WechatCloud }).cloud
    ready.init(ENV ? { env: ENV } : {})
  }
  return ready
}

export function sendFromWechat(request: Outgoing): Promise<unknown> {
  // callFunction waits for as long as the function may run, and a phone in a lift for longer.
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE)
    void send(request).then((answer) => {
      clearTimeout(timer)
      resolve(answer)
    })
  })
}

async function send(request: Outgoing): Promise<unknown> {
  try {
    switch (process.env.LINLI_TRANSPORT) {
      case 'http':
        return await sendByRequest(request)
      case 'container':
        return await sendToContainer(request)
      case 'cloud':
        return await sendToFunction(request)
    }
  } catch {
    return null
  }
}

async function sendToFunction({ action, payload, requestId }: Outgoing): Promise<unknown> {
  const answer = await cloud().callFunction({ name: 'api', data: { action, payload, requestId } })
  return answer.result
}

async function sendToContainer({ action, payload, requestId }: Outgoing): Promise<unknown> {
  const answer = await cloud().callContainer({
    config: { env: ENV },
    path: `/api/${action}`,
    method: 'POST',
    header: { 'X-WX-SERVICE': process.env.LINLI_SERVICE, 'X-Request-Id': requestId },
    data: payload,
  })
  return answer.data
}

async function sendByRequest({ action, payload, requestId, token }: Outgoing): Promise<unknown> {
  const answer = await Taro.request<unknown>({
    url: `${process.env.LINLI_API_BASE}/api/${action}`,
    method: 'POST',
    header: {
      'Content-Type': 'application/json',
      'X-Request-Id': requestId,
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    data: payload,
    timeout: PATIENCE,
  })
  return answer.data
}

/** A file of the container service, which has no address that a phone could fetch from. @returns null without it */
export async function fetchFromContainer(path: string): Promise<ArrayBuffer | null> {
  try {
    const { statusCode, data } = await cloud().callContainer({
      config: { env: ENV },
      path,
      method: 'GET',
      header: { 'X-WX-SERVICE': process.env.LINLI_SERVICE },
      responseType: 'arraybuffer',
    })
    return statusCode === 200 ? (data as ArrayBuffer) : null
  } catch {
    return null
  }
}
