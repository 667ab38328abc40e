import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { ErrorCode } from '@/contract/envelope'
import { SECOND, type Instant } from '@/domain/time'
import { actions } from '../actions'
import type { Connections, Database } from '../db/database'
import { phoneErrors } from '../phone-errors'
import { createOutboxFigures } from './outbox'

/** What the server tells of itself. Labels are names of the program's own, never anything that was sent. */
export interface Metrics {
  /** @param action as it was asked for, whatever that is */
  answered: (action: string, outcome: ErrorCode | 'ok', seconds: number) => void
  limited: (by: 'person' | 'address') => void
  ticked: (endedAt: Instant, seconds: number) => void
  /** Reads what is read only when somebody looks. @returns Prometheus' text */
  read: () => Promise<{ type: string; text: string }>
}

/** A tap that takes longer than the last of them was given up by the phone. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/**
 * @param options.now of the deployment: how old a notice is
 * @param options.outboxHolds milliseconds for which what was read of the outbox is told again
 */
export function createMetrics(
  database: Database,
  { now, outboxHolds = 5 * SECOND }: { now: () => Instant; outboxHolds?: number },
): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: 'linli_request_seconds',
    help: 'How long requests took, by action and by what came of them',
    labelNames: ['action', 'outcome'] as const,
    buckets: SECONDS,
    registers: [register],
  })
  const limited = new Counter({
    name: 'linli_rate_limited_total',
    help: 'Requests that came too early, by what they are counted by',
    labelNames: ['by'] as const,
    registers: [register],
  })
  // A series that is there from the start: what has not happened yet is 0.
  for (const by of ['person', 'address'] as const) limited.inc({ by }, 0)
  countPhoneErrors(register)
  const ticked = tickGauges(register)
  const outbox = outboxGauges(register)
  const pool = database.connections ? poolGauge(register) : null
  const readOutbox = createOutboxFigures(database, outboxHolds)
  return {
    answered: (action, outcome, took) =>
      seconds.observe({ action: Object.hasOwn(actions, action) ? action : 'other', outcome }, took),
    limited: (by) => limited.inc({ by }),
    ticked,
    read: async () => {
      outbox(await readOutbox(), now())
      if (database.connections) pool?.(database.connections())
      return { type: register.contentType, text: await register.metrics() }
    },
  }
}

function gauge(register: Registry, name: string, help: string): Gauge {
  return new Gauge({ name, help, registers: [register] })
}

function countPhoneErrors(register: Registry): void {
  new Counter({
    name: 'linli_phone_errors_total',
    help: 'Errors that phones have told of, by whether there was room for them in the log',
    labelNames: ['logged'] as const,
    registers: [register],
    collect() {
      const { told, dropped } = phoneErrors()
      this.reset()
      this.inc({ logged: 'yes' }, told)
      this.inc({ logged: 'no' }, dropped)
    },
  })
}

function tickGauges(register: Registry): Metrics['ticked'] {
  const last = gauge(
    register,
    'linli_tick_last_timestamp_seconds',
    'When the last tick ended; 0: none has yet',
  )
  const took = gauge(register, 'linli_tick_duration_seconds', 'How long the last tick took')
  return (endedAt, seconds) => {
    last.set(endedAt / SECOND)
    took.set(seconds)
  }
}

function outboxGauges(register: Registry) {
  const waiting = gauge(register, 'linli_outbox_waiting', 'Messages that wait to be sent; NaN: not readable')
  const oldest = gauge(
    register,
    'linli_outbox_oldest_seconds',
    'How long the oldest of them has waited; 0: none waits',
  )
  return (figures: Awaited<ReturnType<ReturnType<typeof createOutboxFigures>>>, now: Instant) => {
    waiting.set(figures ? figures.waiting : NaN)
    oldest.set(figures ? ageOf(figures.oldestAt, now) : NaN)
  }
}

const ageOf = (since: Instant | null, now: Instant) =>
  since === null ? 0 : Math.max(0, now - since) / SECOND

function poolGauge(register: Registry): (connections: Connections) => void {
  const connections = new Gauge({
    name: 'linli_database_connections',
    help: 'Connections to the database, and requests that wait for one',
    labelNames: ['state'] as const,
    registers: [register],
  })
  return ({ inUse, idle, waiting }) => {
    connections.set({ state: 'in_use' }, inUse)
    connections.set({ state: 'idle' }, idle)
    connections.set({ state: 'waiting' }, waiting)
  }
}
