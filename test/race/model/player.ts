import { isDeepStrictEqual } from 'node:util'
import { tick } from '@/cloud/tick'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { brokenInvariants } from '../../invariants'
import type { Answer } from './answer'
import { factsIn, factsOf, timeOf } from './comparison'
import { held } from './holding'
import { MOVES, type Match, type Move } from './moves'
import { tick as tickOfModel } from './passing'
import { START, type Plan } from './plan'
import { readRows, type Rows } from './rows'
import { clear, setStage } from './stage'
import type { Step } from './steps'
import type { TestDeployment } from '../../cloud/deployment'
import { createWorld, moments } from './world'

/** Saturday at noon: the class and the crossing are over. */
const END = START + 5 * DAY + 3 * HOUR

/** How often each action was answered in each way. */
export type Tally = Map<string, number>

/** Plays one sequence on Linli and on the model. What differs is thrown, with all that was played before. */
export async function playSequence(
  linli: TestDeployment,
  { plan, steps }: { plan: Plan; steps: Step[] },
): Promise<{ played: number; tally: Tally }> {
  await clear(linli)
  const world = createWorld(plan)
  const player = new Player({ stage: await setStage(linli, world), world, ids: new Map() })
  await player.compare()
  for (const step of steps) await player.play(step)
  player.demand(await brokenInvariants(linli.database), [])
  return player
}

class Player {
  readonly tally: Tally = new Map()
  private readonly story: string[] = []
  private actedAt = -1

  constructor(private readonly match: Match) {}

  get played(): number {
    return this.story.length
  }

  async play(step: Step): Promise<void> {
    const { world, stage } = this.match
    if (step.kind === 'wait' || step.kind === 'until') return this.letTimePass(step)
    // Two things at one millisecond would leave open which of them was first.
    if (world.now === this.actedAt) world.now += 1
    stage.linli.clock.now = world.now
    if (step.kind === 'tick') await this.tick()
    else {
      const move = (MOVES[step.kind] as (match: Match, step: Step) => Move | null)(this.match, step)
      if (!move) return
      await this.act(move)
    }
    this.actedAt = world.now
    await this.compare()
  }

  private async act({ words, action, expected, actual }: Move): Promise<void> {
    this.tell(words)
    const ours = await actual()
    this.count(action, ours)
    this.demand(ours, expected())
  }

  private count(action: string, answer: Answer): void {
    const key = `${action} ${'done' in answer ? 'done' : answer.refused.reason}`
    this.tally.set(key, (this.tally.get(key) ?? 0) + 1)
  }

  private async tick(): Promise<void> {
    const { world, stage } = this.match
    this.tell('a tick')
    await tick(stage.linli, world.now)
    this.demand(stage.linli.failures, [])
    const id = (slot: (typeof world.slots)[number]) => stage.slotIds.get(slot) ?? ''
    const soonestFirst = [...world.slots].sort(
      (a, b) => a.session.startsAt - b.session.startsAt || (id(a) < id(b) ? -1 : 1),
    )
    tickOfModel(world, soonestFirst)
  }

  private letTimePass(step: Extract<Step, { kind: 'wait' | 'until' }>): void {
    const { world } = this.match
    const to =
      step.kind === 'wait'
        ? world.now + step.minutes * MINUTE
        : moments(world).find((moment) => moment - step.before > world.now)
    if (to === undefined || to > END) return
    world.now = step.kind === 'until' ? to - step.before : to
    this.tell(`time passes`)
  }

  /** Compares all that the database holds, and learns what it calls things. */
  async compare(): Promise<void> {
    const { world, stage } = this.match
    stage.linli.clock.now = world.now
    const rows = await readRows(stage)
    const ours = factsIn(rows, stage, world)
    const expected = factsOf(world)
    this.demand(
      ours.filter((fact) => !expected.includes(fact)),
      expected.filter((fact) => !ours.includes(fact)),
    )
    this.learn(rows)
  }

  private learn({ places, line }: Rows): void {
    const { world, stage, ids } = this.match
    for (const slot of world.slots) {
      const slotId = stage.slotIds.get(slot)
      for (const { booking, person } of held(slot)) {
        const row = places.find((it) => it.held && it.slotId === slotId && it.attendeeId === person.id)
        if (row) ids.set(booking, row.bookingId)
      }
      const rows = line.filter((it) => it.slotId === slotId)
      for (const [index, entry] of slot.line.entries()) {
        const row = rows[index]
        if (row) ids.set(entry, row.id)
        if (entry.offer && row?.offer) ids.set(entry.offer, row.offer.id)
      }
    }
  }

  private tell(words: string): void {
    this.story.push(`${timeOf(this.match.world.now)}  ${words}`)
  }

  demand(ours: unknown, expected: unknown): void {
    if (isDeepStrictEqual(ours, expected)) return
    const pretty = (value: unknown) => JSON.stringify(value, null, 1)
    throw new Error(`${this.story.join('\n')}\nLinli: ${pretty(ours)}\nmodel: ${pretty(expected)}`)
  }
}
