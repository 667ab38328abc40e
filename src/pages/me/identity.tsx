import { Text, View } from '@tarojs/components'
import { me as words, roleWords } from '@/copy/me'
import type { Membership } from '@/stores/membership'

interface IdentityProps {
  member: Membership | null
  communityName: string
}

/** Who one is here. A visitor is told that booking is joining. */
export function Identity({ member, communityName }: IdentityProps) {
  const name = member ? member.name || words.unnamed : words.visitor
  return (
    <View className="card row identity">
      <View className="identity-mark" aria-hidden>
        {name.slice(0, 1)}
      </View>
      <View className="grow">
        <View className="title one-line">{name}</View>
        <View className="small soft one-line">
          {member
            ? `${member.communityName} · ${roleWords(member.role)}`
            : communityName || words.visitorHint}
        </View>
      </View>
      {member ? (
        <Text className={member.confirmed ? 'chip go' : 'chip wait'}>
          {member.confirmed ? words.confirmed : words.unconfirmed}
        </Text>
      ) : null}
    </View>
  )
}
