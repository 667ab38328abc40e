import { render } from '@testing-library/react'
import { Icon } from '@/components/icon/icon'

it('is hidden from a screen reader when it is decoration', () => {
  const { container } = render(<Icon name="clock" />)
  expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true')
})

it('is an image with a name when it is labelled', () => {
  const { container } = render(<Icon name="masked" size="small" label="已遮住" />)
  const icon = container.firstElementChild
  expect([icon?.getAttribute('role'), icon?.getAttribute('aria-label')]).toEqual(['img', '已遮住'])
  expect(icon?.className).toContain('icon-masked small')
})
