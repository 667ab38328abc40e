import type { CallError } from '@/api/call'
import { newRequestId } from '@/api/request-id'
import type { ActivityKind } from '@/domain/activity'
import type { Role } from '@/domain/role'
import type { SlotDraft } from '@/domain/call'
import type { HeldState } from '@/domain/content-check'
import type { HeldCallView } from '@/contract/list-held-calls'
import { recall, remember } from '@/platform/storage'
import { ask } from './ask'
import { atFields, draftOf, faultsOf, formOf, startingAt, type CallForm, type FormFault } from './call-form'
import { serverNow } from './clock'
import { currentCommunity, useMembership } from './membership'
import { createPerCommunity } from './per-community'

export interface Published {
  communityId: string
  sessionIds: string[]
  form: CallForm
}

interface PublishStore {
  communityId: string | null
  form: CallForm | null
  /** begun earlier and not published, one of a kind */
  kept: CallForm[]
  faults: FormFault[]
  pending: boolean
  error: CallError | null
  published: Published | null
  /** it waits until its texts have been checked */
  held: HeldState | null
  open(): Promise<void>
  /** begins from a template, with the texts of this kind's last call where there was one */
  begin(template: CallForm): void
  /** writes on at a draft, or at a call of before */
  goOnWith(form: CallForm): void
  discard(kept: CallForm): void
  /** a held call in other words */
  rewrite(held: HeldCallView): void
  /** back to the templates; what was written is kept */
  leave(): void
  change(form: CallForm): void
  changeSlot(at: number, part: Partial<SlotDraft>): void
  addSlot(slot: SlotDraft): void
  removeSlot(at: number): void
  /** @returns whether nothing keeps it from being published */
  check(): boolean
  publish(): Promise<void>
}

// Under the prefix that is forgotten when somebody else takes over this phone.
const DRAFT = 'kept:call-draft:'
const LAST = 'kept:call-last:'

interface KeptDraft {
  form: CallForm
  /** of the attempt whose answer was lost; a changed draft is another intention */
  requestId: string | null
}

export const usePublish = createPerCommunity<PublishStore>((set, get) => {
  // A template as it came is no draft: kept from the first change on.
  function write(form: CallForm): void {
    const { communityId, faults } = get()
    keep(communityId, { form, requestId: null })
    // Once told what is wrong, people want to see it go away as they type.
    set({ form, error: null, faults: faults.length > 0 ? judge(form, communityId) : [] })
  }

  return {
    communityId: null,
    form: null,
    kept: [],
    faults: [],
    pending: false,
    error: null,
    published: null,
    held: null,

    async open() {
      const { form } = get()
      // Coming from the desk with a held call to write on.
      const fresh = {
        form: form?.replaces ? form : null,
        published: null,
        held: null,
        faults: [],
        error: null,
        pending: false,
      }
      set({ ...fresh, ...keptIn(useMembership.getState().communityId) })
      // The rule asks for the role, and whoever opens this page first has not been asked yet.
      if (useMembership.getState().memberships.phase !== 'ready') await useMembership.getState().settle()
      set(keptIn(await currentCommunity()))
    },

    begin(template) {
      const last = recall<CallForm>(LAST + get().communityId + template.activity.kind)
      const form = last
        ? { ...startingAt(last, template.first.startsAt), weeks: 1, days: undefined, skipped: undefined }
        : template
      set({ form, faults: [], error: null, published: null })
    },

    goOnWith(form) {
      set({ form, faults: [], error: null, published: null })
    },

    rewrite({ id, draft }) {
      write(formOf(draft, id))
    },

    discard(kept) {
      const { communityId } = get()
      drop(communityId, kept.activity.kind)
      set(keptIn(communityId))
    },

    leave() {
      set({ form: null, published: null, held: null, faults: [], error: null, ...keptIn(get().communityId) })
    },

    change: write,

    changeSlot(at, part) {
      const { form } = get()
      if (!form) return
      write({ ...form, slots: form.slots.map((slot, index) => (index === at ? { ...slot, ...part } : slot)) })
    },

    addSlot(slot) {
      const { form } = get()
      if (form) write({ ...form, slots: [...form.slots, slot] })
    },

    removeSlot(at) {
      const { form } = get()
      if (form) write({ ...form, slots: form.slots.filter((_, index) => index !== at) })
    },

    check() {
      const { form, communityId } = get()
      const faults = form ? judge(form, communityId) : []
      set({ faults })
      return faults.length === 0
    },

    async publish() {
      const { form, communityId, pending } = get()
      if (!form || communityId === null || pending || !get().check()) return
      const requestId = requestIdOf(communityId, form)
      // Kept before it is sent: a phone that dies now repeats the same request, not a second call.
      keep(communityId, { form, requestId })
      set({ pending: true, error: null })
      const { replaces, ...plain } = form
      const payload = { communityId, ...draftOf(form), ...(replaces && { replaces }) }
      const result = await ask('publishCall', payload, requestId)
      if (!result.ok) {
        const found = 'faults' in result.error ? (result.error.faults ?? []) : []
        const faults = found.flatMap(({ path, fault }) => (fault ? [{ path, fault }] : []))
        return set({ pending: false, error: result.error, faults: atFields(faults, form) })
      }
      drop(communityId, form.activity.kind)
      remember(LAST + communityId + form.activity.kind, plain)
      const { sessionIds, held } = result.data
      const published = held ? null : { communityId, sessionIds, form }
      set({ pending: false, form: null, published, held: held?.state ?? null })
    },
  }
})

function drafts(communityId: string | null): Partial<Record<ActivityKind, KeptDraft>> {
  return recall(DRAFT + communityId) ?? {}
}

function keep(communityId: string | null, draft: KeptDraft): void {
  remember(DRAFT + communityId, { ...drafts(communityId), [draft.form.activity.kind]: draft })
}

function drop(communityId: string | null, kind: ActivityKind): void {
  const { [kind]: _, ...others } = drafts(communityId)
  remember(DRAFT + communityId, others)
}

function keptIn(communityId: string | null): Pick<PublishStore, 'communityId' | 'kept'> {
  return { communityId, kept: Object.values(drafts(communityId)).map((draft) => draft.form) }
}

function requestIdOf(communityId: string, form: CallForm): string {
  const draft = drafts(communityId)[form.activity.kind]
  const same = draft && JSON.stringify(draft.form) === JSON.stringify(form)
  return (same ? draft.requestId : null) ?? newRequestId()
}

function judge(form: CallForm, communityId: string | null): FormFault[] {
  return faultsOf(form, communityId ?? '', roleIn(communityId), serverNow())
}

// Unknown to this phone: the server decides by who asks, so the narrower rule is the honest one.
function roleIn(communityId: string | null): Role {
  const { memberships } = useMembership.getState()
  if (memberships.phase !== 'ready') return 'cadre'
  return memberships.value.memberships.find((it) => it.communityId === communityId)?.role ?? 'cadre'
}

/** Kinds this phone has published before: their next call begins with the last one's texts. */
export function publishedBefore(communityId: string | null, kind: ActivityKind): boolean {
  return recall(LAST + communityId + kind) !== null
}
