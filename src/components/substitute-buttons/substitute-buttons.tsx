import { Button } from '../button/button'
import { substitute as words } from '@/copy/substitute'

interface SubstituteButtonsProps {
  post: { id: string; substitute: { id: string } | null }
  /** somebody else of the household holds it */
  ofFamily: boolean
  /** an answer is under way */
  pending: boolean
  /** opens the sheet: to look for somebody, or to send the link round again */
  onFind(): void
  onWithdraw(substituteId: string): void
  onTakeOver(): void
}

/** What can be done with a post one cannot come to. */
export function SubstituteButtons({
  post,
  ofFamily,
  pending,
  onFind,
  onWithdraw,
  onTakeOver,
}: SubstituteButtonsProps) {
  const link = post.substitute
  // It is passed on by who holds it; the family can only step in.
  if (ofFamily) {
    return (
      <Button id="take-over" tone="go" fit="slim" busy={pending} onPress={onTakeOver}>
        {words.takeOver}
      </Button>
    )
  }
  return (
    <>
      <Button id="find-substitute" tone="quiet" fit="slim" busy={pending} onPress={onFind}>
        {link ? words.share : words.find}
      </Button>
      {link ? (
        <Button
          id="withdraw-substitute"
          tone="quiet"
          fit="slim"
          busy={pending}
          onPress={() => onWithdraw(link.id)}
        >
          {words.withdraw}
        </Button>
      ) : null}
    </>
  )
}
