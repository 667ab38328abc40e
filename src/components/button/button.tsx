import { Button as TaroButton } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { buttonRole } from '../press/role'
import './button.scss'

export type ButtonTone = 'go' | 'hands' | 'points' | 'wait' | 'done' | 'quiet' | 'stop'

interface ButtonProps {
  onPress?(): void
  tone?: ButtonTone
  id?: string
  label?: string
  /** fills the width, or the rest of its row */
  fit?: 'wide' | 'grow' | 'slim'
  /** shown faded, does nothing */
  off?: boolean
  /** an answer is under way: does nothing until it is there */
  busy?: boolean
  /** WeChat's share sheet opens from a button of this kind only */
  share?: boolean
}

export function Button({
  onPress,
  tone,
  id,
  label,
  fit,
  off = false,
  busy = false,
  share = false,
  children,
}: PropsWithChildren<ButtonProps>) {
  const still = off || busy
  return (
    // Not `disabled`, which both platforms paint grey over our colours; nor `loading`, whose spinner
    // Taro's H5 inserts among React's own nodes, and the page breaks.
    <TaroButton
      {...buttonRole}
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(share ? { openType: 'share' as const } : {})}
      className={['button', tone ?? '', fit ?? '', off ? 'off' : '', busy ? 'busy' : '']
        .filter(Boolean)
        .join(' ')}
      aria-disabled={still}
      onClick={() => {
        if (!still) onPress?.()
      }}
    >
      {children}
    </TaroButton>
  )
}
