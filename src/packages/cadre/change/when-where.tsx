import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { DayBox, TimeBox } from '@/components/pick-box/pick-box'
import { Section } from '@/components/section/section'
import { WrittenField } from '@/components/written-field/written-field'
import { MOST_CHARACTERS } from '@/contract/publish-call'
import { change as words, changeFault } from '@/copy/change'
import type { Telling } from '@/copy/date'
import { useChange } from '@/stores/change'
import { movesSession, type ChangeForm, type SeenSession } from '@/stores/change-form'

interface WhenWhereProps {
  seen: SeenSession
  form: ChangeForm
  telling: Telling
}

/** Another time, another place. The hours are Shanghai's, wherever this phone is. */
export function WhenWhere({ seen, form, telling }: WhenWhereProps) {
  const write = useChange((store) => store.write)
  const moveTo = useChange((store) => store.moveTo)
  const save = useChange((store) => store.saveSession)
  const pending = useChange((store) => store.pending)
  const startFault = useFault('startsAt')
  const endFault = useFault('endsAt')
  const { startsAt, endsAt, place } = form
  const changed = movesSession(form, seen)
  const fault = startFault ?? endFault
  const fits = place.trim() !== '' && [...place.trim()].length <= MOST_CHARACTERS.place
  return (
    <>
      <Section title={words.when} />
      <View className="card stack">
        <View className="field">
          <Text className="small soft">{words.day}</Text>
          <DayBox
            id="change-day"
            label={words.day}
            at={startsAt}
            now={telling.now}
            wrong={startFault !== null}
            onPick={moveTo}
          />
        </View>
        <View className="field">
          <View className="pair">
            <View className="pair-part field">
              <Text className="small soft">{words.startsAt}</Text>
              <TimeBox
                id="change-start"
                label={words.startsAt}
                at={startsAt}
                wrong={startFault !== null}
                onPick={moveTo}
              />
            </View>
            <View className="pair-part field">
              <Text className="small soft">{words.endsAt}</Text>
              <TimeBox
                id="change-end"
                label={words.endsAt}
                at={endsAt}
                wrong={endFault !== null}
                onPick={(at) => write({ endsAt: at })}
              />
            </View>
          </View>
          {fault ? <Text className="small in-stop">{fault}</Text> : null}
        </View>
        <WrittenField
          id="change-place"
          label={words.place}
          value={place}
          most={MOST_CHARACTERS.place}
          onChange={(value) => write({ place: value })}
        />
        {changed ? <Text className="small soft">{words.tells}</Text> : null}
        <Button
          id="save-session"
          tone="go"
          fit="wide"
          off={!changed || !fits}
          busy={pending !== null}
          onPress={() => void save()}
        >
          {changed ? words.save : words.same}
        </Button>
      </View>
    </>
  )
}

/** The words under the field at `path`, or null when the server found nothing wrong with it. */
function useFault(path: string): string | null {
  const outcome = useChange((store) => store.outcome)
  const error = outcome?.is === 'failed' ? outcome.error : null
  const found = error && 'faults' in error ? error.faults?.find((it) => it.path === path)?.fault : null
  return found ? changeFault(found) : null
}
