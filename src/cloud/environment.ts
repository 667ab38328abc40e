import { createHmac, randomBytes } from 'node:crypto'
import { TEMPLATE_PARTS, type MessageTemplate } from '@/domain/platform-message'
import { SECOND } from '@/domain/time'
import { StartupError } from './startup-error'
import type { PlatformAccount } from './wechat/access-token'
import { readTemplateForm, type TemplateForm, type TemplateForms } from './wechat/message-template'

/** How this server knows who asks: personas to choose from, the platform's login, or a gateway's header. */
export type Mode = 'demo' | 'login' | 'gateway'

export interface Environment {
  mode: Mode
  host: string
  port: number
  dataDir: string
  databaseUrl: string | null
  migrationUrl: string
  tokenSecret: string
  doorKey: string
  /** header in which the proxy before the server names the address it asks for; null: there is no proxy */
  addressHeader: string | null
  /** with which the server's figures may be read from elsewhere; null: from this machine alone */
  metricsToken: string | null
  /** how long a server that is stopped may take to finish, in milliseconds */
  stopWithin: number
  /** demo mode fills an empty database with a community of made-up people */
  demoSeed: boolean
  /** the mini-program's account; null: none is set, so nothing is asked of the platform */
  wechat: PlatformAccount | null
}

type Variables = Record<string, string | undefined>

/**
 * Reads what the operator has set (README, table of variables).
 * @throws StartupError when something is missing, malformed or contradicts
 */
export function readEnvironment(variables: Variables): Environment {
  const { databaseUrl, migrationUrl, dataDir } = readDatabasePlace(variables)
  const mode = readMode(variables, databaseUrl)
  const demo = mode === 'demo'
  return {
    mode,
    host: variables.HOST || '127.0.0.1',
    port: readPort(variables.PORT),
    dataDir,
    databaseUrl,
    migrationUrl,
    tokenSecret: readTokenSecret(variables, mode),
    doorKey: demo ? 'demo' : readSecret(variables, 'DOOR_KEY'),
    addressHeader: readHeaderName(variables.LINLI_ADDRESS_HEADER),
    metricsToken: variables.METRICS_TOKEN ? readSecret(variables, 'METRICS_TOKEN') : null,
    stopWithin: readSeconds(variables, 'STOP_WITHIN', 8),
    demoSeed: variables.LINLI_DEMO_SEED !== 'none',
    wechat: mode === 'login' ? accountOf(variables) : readAccount(variables),
  }
}

/** Null without the secret: the platform tells a cloud function its AppID unasked. */
export function readAccount(variables: Variables): PlatformAccount | null {
  return variables.WX_SECRET ? accountOf(variables) : null
}

function accountOf(variables: Variables): PlatformAccount {
  return {
    appId: required(variables, 'WX_APPID'),
    secret: required(variables, 'WX_SECRET'),
    apiUrl: readUrl(variables, 'WX_API_URL') ?? 'https://api.weixin.qq.com',
    templates: readTemplates(variables),
  }
}

function readTemplates(variables: Variables): TemplateForms {
  const booked = templateText(variables, 'WX_TEMPLATE_BOOKED')
  const opening = templateText(variables, 'WX_TEMPLATE_OPENING')
  const vacancy = templateText(variables, 'WX_TEMPLATE_VACANCY')
  const offer = templateText(variables, 'WX_TEMPLATE_OFFER')
  const reminder = templateText(variables, 'WX_TEMPLATE_REMINDER')
  const change = templateText(variables, 'WX_TEMPLATE_CHANGE')
  const points = templateText(variables, 'WX_TEMPLATE_POINTS')
  const set = Object.entries({ booked, opening, vacancy, offer, reminder, change, points })
  return Object.fromEntries(
    set.flatMap(([name, text]) => {
      const template = name as MessageTemplate
      return text === null ? [] : [[template, templateForm(template, text)]]
    }),
  )
}

function templateText(variables: Variables, name: string): string | null {
  return variables[name] || null
}

function templateForm(template: MessageTemplate, text: string): TemplateForm {
  const form = readTemplateForm(template, text)
  if (form) return form
  const parts = TEMPLATE_PARTS[template].join(', ')
  throw new StartupError(
    `WX_TEMPLATE_${template.toUpperCase()} must be a template id, or id:thing1,time2,… with a field (or -) for each of ${parts}.`,
  )
}

function readTokenSecret(variables: Variables, mode: Mode): string {
  switch (mode) {
    case 'login':
      return readSecret(variables, 'TOKEN_SECRET')
    case 'gateway':
      // Nobody signs in here, but the link to a file that one instance signs another must read.
      return createHmac('sha256', readSecret(variables, 'DOOR_KEY')).update('token secret').digest('hex')
    case 'demo':
      // A new one at each start is as good: phones just sign in again.
      return randomBytes(32).toString('hex')
  }
}

function readMode(variables: Variables, databaseUrl: string | null): Mode {
  const wanted =
    variables.LINLI_MODE || (databaseUrl || variables.NODE_ENV === 'production' ? 'login' : 'demo')
  if (wanted !== 'demo' && wanted !== 'login' && wanted !== 'gateway') {
    throw new StartupError(`LINLI_MODE must be demo, login or gateway, not "${wanted}".`)
  }
  if (wanted === 'demo' && variables.NODE_ENV === 'production') {
    throw new StartupError('Demo mode lets anybody be anybody and does not start with NODE_ENV=production.')
  }
  if (wanted === 'demo' && databaseUrl && variables.LINLI_DEMO_DATABASE !== 'yes') {
    throw new StartupError(
      'Demo mode would seed the database of DATABASE_URL; set LINLI_DEMO_DATABASE=yes if that is what you want.',
    )
  }
  return wanted
}

function readPort(value: string | undefined): number {
  const port = Number(value || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartupError(`PORT must be 0–65535, not "${value}".`)
  return port
}

function readSeconds(variables: Variables, name: string, otherwise: number): number {
  const seconds = Number(variables[name] || otherwise)
  if (!(seconds > 0 && seconds <= 3600))
    throw new StartupError(`${name} must be a number of seconds, at most 3600, not "${variables[name]}".`)
  return seconds * SECOND
}

function readHeaderName(value: string | undefined): string | null {
  if (!value) return null
  if (!/^[\w-]{1,64}$/.test(value))
    throw new StartupError('LINLI_ADDRESS_HEADER must be the name of a header, such as X-Forwarded-For.')
  return value
}

function required(variables: Variables, name: string): string {
  const value = variables[name]
  if (!value) {
    throw new StartupError(
      `${name} is not set. To try Linli out without WeChat, start it without DATABASE_URL (demo mode).`,
    )
  }
  return value
}

function readSecret(variables: Variables, name: string): string {
  const value = required(variables, name)
  if (value.length < 32)
    throw new StartupError(`${name} must be at least 32 characters, for example from: openssl rand -hex 32`)
  return value
}

/** What a command needs that only touches the database. */
export function readDatabasePlace(
  variables: Variables,
): Pick<Environment, 'dataDir' | 'databaseUrl' | 'migrationUrl'> {
  const databaseUrl = readUrl(variables, 'DATABASE_URL')
  return {
    dataDir: variables.DATA_DIR || '.data',
    databaseUrl,
    migrationUrl: readUrl(variables, 'MIGRATION_DATABASE_URL') ?? databaseUrl ?? '',
  }
}

function readUrl(variables: Variables, name: string): string | null {
  const value = variables[name]
  if (!value) return null
  // The value is not repeated: there is a password in it.
  if (!URL.canParse(value))
    throw new StartupError(`${name} is not a URL; special characters in a password must be escaped.`)
  return value
}
