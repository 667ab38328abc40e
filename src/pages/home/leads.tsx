import { BookingCard } from '@/components/booking-card/booking-card'
import { Button } from '@/components/button/button'
import type { Home } from '@/contract/get-home'
import { moment, type Telling } from '@/copy/date'
import { leading as words } from '@/copy/leading'
import { openPage } from '@/platform/navigation'

/** The sessions somebody leads: from here to the list in one tap. */
export function Leads({ home, telling }: { home: Home; telling: Telling }) {
  return (
    <>
      {home.leads.map(({ id, title, startsAt, place }) => {
        const query = { c: home.community.id, s: id }
        return (
          <BookingCard
            key={id}
            id={id}
            when={moment(startsAt, telling)}
            title={title}
            lines={[place]}
            edge="go"
            mark={{ words: words.youLead, tone: 'go' }}
            onOpen={() => openPage('session', query)}
          >
            <Button id="lead-roll-call" tone="go" fit="wide" onPress={() => openPage('roster', query)}>
              {words.rollCall}
            </Button>
          </BookingCard>
        )
      })}
    </>
  )
}
