import { maskPhone, readPhone } from '@/domain/phone'

it.each([
  ['13812345678', '13812345678'],
  [' 138 1234 5678 ', '13812345678'],
  ['+86 138-1234-5678', '13812345678'],
  ['010-88886666', '01088886666'],
  ['（0731）8888 6666', '073188886666'],
  ['88886666', '88886666'],
  ['12345678901', null],
  ['110', null],
  ['1381234567', null],
  ['138123456789', null],
  ['没有', null],
  ['', null],
])('takes %j for %j', (typed, phone) => {
  expect(readPhone(typed)).toBe(phone)
})

it.each([
  ['13812345678', '138****5678'],
  ['88886666', '8****66'],
])('shows little of %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown)
})
