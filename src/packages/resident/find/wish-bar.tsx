import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '@/components/choice/chips'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { Sheet } from '@/components/sheet/sheet'
import { ACTIVITY_WORDS } from '@/copy/activity'
import { ageBandWords } from '@/copy/age-band'
import type { Telling } from '@/copy/date'
import { daysWords, find as words, partOfDayWords } from '@/copy/find'
import { skillWords } from '@/copy/skill'
import { ACTIVITY_KINDS } from '@/domain/activity'
import { AGE_BANDS } from '@/domain/age-band'
import { SKILLS } from '@/domain/skill'
import { PARTS_OF_DAY, type Instant } from '@/domain/time'
import { weekendFrom } from '@/stores/feed'
import { DAYS, useFind, type Wish } from '@/stores/find'
import { useGrids } from '@/stores/grids'

type Choice = 'kind' | 'when' | 'ageBand' | 'skill' | 'grid'
const CHOICES: Choice[] = ['kind', 'when', 'ageBand', 'grid', 'skill']

/** What matters, a chip for each: a tap opens what there is to choose from. */
export function WishBar({ telling: { now, elder } }: { telling: Telling }) {
  const wish = useFind((store) => store.wish)
  const grids = useGrids((store) => store.grids)
  const [open, setOpen] = useState<Choice | null>(null)
  const chosen: Record<Choice, string> = {
    kind: wish.kind ? ACTIVITY_WORDS[wish.kind].name : '',
    when: [wish.days && daysOf(wish.days, now), wish.partOfDay && partOfDayWords(wish.partOfDay)]
      .filter(Boolean)
      .join(' '),
    ageBand: wish.ageBand ? ageBandWords(wish.ageBand) : '',
    skill: wish.skill ? skillWords(wish.skill) : '',
    grid: grids.find((it) => it.id === wish.gridId)?.name ?? '',
  }
  return (
    <>
      <View className={elder ? 'row wrap' : 'row tight scroll'}>
        {CHOICES.filter((it) => it !== 'grid' || grids.length > 1).map((it) => (
          <Press
            key={it}
            id={`find-${it}`}
            className={chosen[it] ? 'chip pick on' : 'chip pick'}
            label={`${words[it]} ${chosen[it] || words.any}`}
            onPress={() => setOpen(it)}
          >
            <Text>{chosen[it] || words[it]}</Text>
            <Icon name="down" size="small" />
          </Press>
        ))}
      </View>
      <Sheet open={open !== null} title={open ? words[open] : ''} onClose={() => setOpen(null)}>
        {open ? <Choices of={open} now={now} /> : null}
      </Sheet>
    </>
  )
}

const daysOf = (days: NonNullable<Wish['days']>, now: Instant) => daysWords(days, weekendFrom(now).thisWeek)

function Choices({ of, now }: { of: Choice; now: Instant }) {
  const wish = useFind((store) => store.wish)
  const grids = useGrids((store) => store.grids)
  const want = useFind((store) => store.want)
  switch (of) {
    case 'kind':
      return (
        <OneOf
          values={ACTIVITY_KINDS}
          say={(it) => ACTIVITY_WORDS[it].name}
          chosen={wish.kind}
          onChoose={(kind) => want({ kind })}
        />
      )
    case 'when':
      return (
        <>
          <Text className="small soft">{words.days}</Text>
          <OneOf
            values={DAYS}
            say={(it) => daysOf(it, now)}
            chosen={wish.days}
            onChoose={(days) => want({ days })}
          />
          <Text className="small soft">{words.partOfDay}</Text>
          <OneOf
            values={PARTS_OF_DAY}
            say={partOfDayWords}
            chosen={wish.partOfDay}
            onChoose={(partOfDay) => want({ partOfDay })}
          />
        </>
      )
    case 'ageBand':
      return (
        <OneOf
          values={AGE_BANDS}
          say={ageBandWords}
          chosen={wish.ageBand}
          onChoose={(ageBand) => want({ ageBand })}
        />
      )
    case 'skill':
      return (
        <OneOf
          values={SKILLS}
          say={(it) => skillWords(it)}
          chosen={wish.skill}
          onChoose={(skill) => want({ skill })}
        />
      )
    case 'grid':
      return (
        <OneOf
          values={grids.map((it) => it.id)}
          say={(id) => grids.find((it) => it.id === id)?.name ?? ''}
          chosen={wish.gridId}
          onChoose={(gridId) => want({ gridId })}
        />
      )
  }
}

interface OneOfProps<T extends string> {
  values: readonly T[]
  say(value: T): string
  chosen: T | null
  onChoose(value: T | null): void
}

const ANY = 'any'

function OneOf<T extends string>({ values, say, chosen, onChoose }: OneOfProps<T>) {
  return (
    <Chips<T | typeof ANY>
      options={[{ value: ANY, label: words.any }, ...values.map((value) => ({ value, label: say(value) }))]}
      chosen={chosen ?? ANY}
      onChoose={(value) => onChoose(value === ANY ? null : value)}
    />
  )
}
