import { Text, View } from '@tarojs/components'
import { Press } from '@/components/press/press'
import { Section } from '@/components/section/section'
import { draw as words } from '@/copy/draw'
import { copyText } from '@/platform/clipboard'
import { toast } from '@/platform/toast'
import type { PublicRecord } from '@/stores/draw'

async function copy(text: string): Promise<void> {
  const { ok } = await copyText(text)
  toast(ok ? words.copied : words.notCopied)
}

/** Seed, hashes and number in full, to be compared with what was published and to be worked out elsewhere. */
export function Prints({ record }: { record: PublicRecord }) {
  const { seedHash, listHash, seed, wantsNumber, publicNumber } = record
  const numberMissing = seed === null ? words.notYet : words.noNumber
  return (
    <>
      <Section title={words.prints} />
      <View className="card">
        <Print id="seed-hash" label={words.seedHash} text={seedHash} />
        <Print id="list-hash" label={words.listHash} text={listHash} />
        {wantsNumber ? (
          <Print id="public-number" label={words.publicNumber} text={publicNumber} missing={numberMissing} />
        ) : null}
        <Print id="seed" label={words.seed} text={seed} />
        {seed === null ? null : (
          <Press
            id="copy-record"
            className="item in-go"
            onPress={() => {
              const { mine: _, ...open } = record
              void copy(JSON.stringify(open))
            }}
          >
            {words.copyAll}
          </Press>
        )}
      </View>
    </>
  )
}

interface PrintProps {
  id: string
  label: string
  text: string | null
  /** said in its place */
  missing?: string
}

function Print({ id, label, text, missing = words.notYet }: PrintProps) {
  return (
    <View className="item top">
      <View className="grow">
        <View className="small soft">{label}</View>
        {text === null ? (
          <Text className="soft">{missing}</Text>
        ) : (
          <Text className="draw-print" id={id} userSelect>
            {text}
          </Text>
        )}
      </View>
      {text === null ? null : (
        <Press className="small in-go draw-copy" onPress={() => void copy(text)}>
          {words.copy}
        </Press>
      )}
    </View>
  )
}
