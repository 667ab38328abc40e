import { Button, Text } from '@tarojs/components'
import { Press } from '@/components/press/press'
import { Sheet } from '@/components/sheet/sheet'
import { privacySheet as words } from '@/copy/privacy'
import { AGREE, openPrivacyGuide } from '@/platform/privacy'
import { usePrivacy } from '@/stores/privacy'

/** The platform's question before it lets anything private be used, in our words; closing it is a no. */
export function PrivacySheet() {
  const { asked, answer } = usePrivacy()
  if (process.env.TARO_ENV !== 'weapp' || !asked) return null
  return (
    <Sheet open id="privacy-sheet" title={words.title} onClose={() => answer(false)}>
      <Text>{words.why}</Text>
      <Press id="privacy-guide" className="in-go" onPress={() => void openPrivacyGuide()}>
        {words.guide}
      </Press>
      <Button
        id={AGREE}
        className="button go wide"
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => answer(true)}
      >
        {words.agree}
      </Button>
      <Button id="privacy-refuse" className="button quiet wide" onClick={() => answer(false)}>
        {words.refuse}
      </Button>
    </Sheet>
  )
}
