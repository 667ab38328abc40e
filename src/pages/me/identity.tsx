import { Text, View } from '@tarojs/components'
import { Press } from '@/components/press/press'
import { me as words, roleWords } from '@/copy/me'
import { openPage } from '@/platform/navigation'
import type { Membership } from '@/stores/membership'

interface IdentityProps {
  member: Membership | null
  communityName: string
  /** confirmed, or what is missing for it; null: not known */
  standing: string | null
}

/** Who one is here. A visitor is told that booking is joining. */
export function Identity({ member, communityName, standing }: IdentityProps) {
  const name = member ? member.name || words.unnamed : words.visitor
  return (
    <Press className="card row identity" onPress={() => openPage('household')}>
      <View className="identity-mark" aria-hidden>
        {name.slice(0, 1)}
      </View>
      <View className="grow">
        <View className="title one-line">{name}</View>
        <View className="small soft">
          {member
            ? `${member.communityName} · ${roleWords(member.role)}`
            : communityName || words.visitorHint}
        </View>
        {standing ? <Text className={member?.confirmed ? 'chip go' : 'chip wait'}>{standing}</Text> : null}
      </View>
    </Press>
  )
}
