import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Section } from '@/components/section/section'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import type { Member } from '@/contract/get-member'
import { roleWords } from '@/copy/me'
import { memberCard as words } from '@/copy/members'
import { trouble } from '@/copy/trouble'
import { ROLES, type Role as RoleName } from '@/domain/role'
import { toast } from '@/platform/toast'
import { useMemberCard } from '@/stores/member-card'
import { useMember } from '@/stores/membership'
import { useTelling } from '@/stores/telling'

/** An admin appoints and dismisses. */
export function Role({ member }: { member: Member }) {
  const telling = useTelling()
  const admin = useMember()?.role === 'admin'
  const pending = useMemberCard((store) => store.pending)
  const error = useMemberCard((store) => store.error)
  const setRole = useMemberCard((store) => store.setRole)
  const [next, setNext] = useState<RoleName | null>(null)
  if (!admin) return null
  const save = async () => {
    if (next === null || !(await setRole(next))) return
    setNext(null)
    toast(words.done)
  }
  return (
    <View className="stack">
      <Section title={words.role} side={<Text>{roleWords(member.role)}</Text>} />
      <View className="row wrap">
        {ROLES.filter((role) => role !== member.role).map((role) => (
          <Button key={role} id={`role-${role}`} tone="quiet" fit="slim" onPress={() => setNext(role)}>
            {words.setRole[role]}
          </Button>
        ))}
      </View>
      {next !== null ? (
        <Sheet open title={words.setRole[next]} onClose={() => setNext(null)}>
          <Text className="soft">{words.roleHint[next]}</Text>
          {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
          <Button id="role-confirm" tone="go" fit="wide" busy={pending} onPress={() => void save()}>
            {words.roleSure}
          </Button>
        </Sheet>
      ) : null}
    </View>
  )
}
