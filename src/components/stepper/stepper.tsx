import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../icon/icon'
import { Press } from '../press/press'
import { fieldLabel } from '../press/role'
import { stepperWords } from '@/copy/stepper'
import './stepper.scss'

interface StepperProps {
  label: string
  /** null: nothing entered yet */
  value: number | null
  min: number
  max: number
  onChange(value: number): void
  step?: number
  /** after the number, as in % */
  unit?: string
  hint?: string
  /** what is wrong with it */
  fault?: string | null
  id?: string
}

/** A small number: two buttons for the thumb, or typed. What is out of bounds becomes the nearest that is not. */
export function Stepper(props: StepperProps) {
  const { label, value, min, max, onChange, step = 1, unit, hint, fault, id } = props
  const [typed, setTyped] = useState<string | null>(null)
  const within = (count: number) => Math.min(max, Math.max(min, count))
  const to = (count: number) => {
    setTyped(null)
    if (within(count) !== value) onChange(within(count))
  }
  const from = value ?? min
  const type = (text: string) => {
    setTyped(text)
    if (/^\d{1,6}$/.test(text) && within(Number(text)) === Number(text)) onChange(Number(text))
  }
  return (
    <View {...(id ? { id } : {})}>
      <View className="row between stepper-line">
        <View className="grow">
          <View>{label}</View>
          {fault ? (
            <View className="small in-stop">{fault}</View>
          ) : hint ? (
            <View className="small soft">{hint}</View>
          ) : null}
        </View>
        <View className="stepper">
          <Press
            className={value !== null && value <= min ? 'stepper-step off' : 'stepper-step'}
            label={stepperWords.less(label)}
            onPress={() => to(from - step)}
          >
            <Icon name="minus" size="small" />
          </Press>
          <Input
            className="stepper-count"
            type="number"
            value={typed ?? (value === null ? '' : String(value))}
            maxlength={6}
            {...fieldLabel(label)}
            onInput={(event) => type(event.detail.value)}
            onBlur={() => (typed !== null && /^\d+$/.test(typed) ? to(Number(typed)) : setTyped(null))}
          />
          {unit ? <Text className="small soft">{unit}</Text> : null}
          <Press
            className={value !== null && value >= max ? 'stepper-step off' : 'stepper-step'}
            label={stepperWords.more(label)}
            onPress={() => to(from + step)}
          >
            <Icon name="add" size="small" />
          </Press>
        </View>
      </View>
    </View>
  )
}
