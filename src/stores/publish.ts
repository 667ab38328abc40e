import { create } from 'zustand'
import type { CallError } from '@/api/call'
import { newRequestId } from '@/api/request-id'
import type { ActivityKind } from '@/domain/activity'
import type { Role } from '@/domain/role'
import type { SlotDraft } from '@/domain/call'
import { forget, recall, remember } from '@/platform/storage'
import { ask } from './ask'
import { atFields, draftOf, faultsOf, startingAt, type CallForm, type FormFault } from './call-form'
import { serverNow } from './clock'
import { currentCommunity, useMembership } from './membership'

export interface Published {
  communityId: string
  sessionIds: string[]
  form: CallForm
}

interface PublishStore {
  communityId: string | null
  form: CallForm | null
  /** begun earlier and not published */
  kept: CallForm | null
  faults: FormFault[]
  pending: boolean
  error: CallError | null
  published: Published | null
  open(): Promise<void>
  /** begins from a template, with the texts of this kind's last call where there was one */
  begin(template: CallForm): void
  resume(): void
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

export const usePublish = create<PublishStore>((set, get) => {
  function write(form: CallForm): void {
    const { communityId, faults } = get()
    remember(DRAFT + communityId, { form, requestId: null } satisfies KeptDraft)
    // Once told what is wrong, people want to see it go away as they type.
    set({ form, error: null, faults: faults.length > 0 ? judge(form, communityId) : [] })
  }

  return {
    communityId: null,
    form: null,
    kept: null,
    faults: [],
    pending: false,
    error: null,
    published: null,

    async open() {
      const fresh = { form: null, published: null, faults: [], error: null, pending: false }
      set({ ...fresh, ...keptIn(useMembership.getState().communityId) })
      // The rule asks for the role, and whoever opens this page first has not been asked yet.
      if (useMembership.getState().memberships.phase !== 'ready') await useMembership.getState().settle()
      set(keptIn(await currentCommunity()))
    },

    begin(template) {
      const last = recall<CallForm>(LAST + get().communityId + template.activity.kind)
      set({ faults: [], error: null, published: null })
      write(last ? { ...startingAt(last, template.first.startsAt), weeks: 1 } : template)
    },

    resume() {
      set({ form: get().kept, faults: [], error: null })
    },

    leave() {
      set({ form: null, kept: get().form ?? get().kept, published: null, faults: [], error: null })
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
      const requestId = recall<KeptDraft>(DRAFT + communityId)?.requestId ?? newRequestId()
      // Kept before it is sent: a phone that dies now repeats the same request, not a second call.
      remember(DRAFT + communityId, { form, requestId } satisfies KeptDraft)
      set({ pending: true, error: null })
      const result = await ask('publishCall', { communityId, ...draftOf(form) }, requestId)
      if (!result.ok) {
        const found = 'faults' in result.error ? (result.error.faults ?? []) : []
        const faults = found.flatMap(({ path, fault }) => (fault ? [{ path, fault }] : []))
        return set({ pending: false, error: result.error, faults: atFields(faults) })
      }
      forget(DRAFT + communityId)
      remember(LAST + communityId + form.activity.kind, form)
      const { sessionIds } = result.data
      set({ pending: false, form: null, kept: null, published: { communityId, sessionIds, form } })
    },
  }
})

function keptIn(communityId: string | null): Pick<PublishStore, 'communityId' | 'kept'> {
  return { communityId, kept: recall<KeptDraft>(DRAFT + communityId)?.form ?? null }
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
