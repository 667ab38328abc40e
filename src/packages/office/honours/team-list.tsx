import { Text, View } from '@tarojs/components'
import { honours as words, teamFigures } from '@/copy/honours'
import { teamKindWords } from '@/copy/team'
import { teamRanksOf, type TeamHonourOrder } from '@/domain/honours'
import type { TeamHonours } from '@/stores/honours'

interface TeamListProps {
  teams: TeamHonours['teams']
  order: TeamHonourOrder
}

/** The teams, named always: they are no persons. */
export function TeamList({ teams, order }: TeamListProps) {
  const ranks = teamRanksOf(teams, order)
  return (
    <>
      <View className="small soft">{words.teamNote}</View>
      <View className="card honours-list">
        {teams.map((team, at) => {
          const told = teamFigures(team, order)
          return (
            <View key={`${team.name} ${at}`} className="item honour-row">
              <Text
                className={told && (ranks[at] ?? 9) <= 3 ? 'honour-rank numbers on' : 'honour-rank numbers'}
                aria-label={told ? words.rank(ranks[at] ?? 0) : words.unranked}
              >
                {told ? ranks[at] : '–'}
              </Text>
              <View className="grow">
                <View className="strong">{team.name}</View>
                <View className="small soft numbers">
                  {[teamKindWords(team.kind), told?.rest ?? words.fewPeople].join(' · ')}
                </View>
              </View>
              {told ? <Text className="strong numbers">{told.first}</Text> : null}
            </View>
          )
        })}
      </View>
    </>
  )
}
