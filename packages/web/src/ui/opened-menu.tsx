import { Menu as KitMenu, type MenuDropdownProps, type MenuProps } from '@mantine/core'
import { cloneElement, type ReactElement, useLayoutEffect, useRef, useState } from 'react'
import { MenuKit } from './menu-kit.ts'

type Props = Pick<
  MenuProps,
  'closeOnItemClick' | 'onChange' | 'opened' | 'position' | 'width' | 'withinPortal'
> & {
  readonly target: ReactElement<Record<string, unknown>>
  readonly dropdown: MenuDropdownProps
  /** Whether the button that it takes the place of was pressed, and is where the keys return to. */
  readonly takesFocus: boolean
}

/** A menu that was opened at least once. */
export function OpenedMenu({ target, dropdown, takesFocus, opened, onChange, ...how }: Props) {
  const button = useRef<HTMLElement>(null)
  const [isThere, setThere] = useState(false)
  const [isOpen, setOpen] = useState(true)
  // The kit notes where the keys were when it opens: by then that is the button.
  useLayoutEffect(() => {
    if (takesFocus) button.current?.focus()
    setThere(true)
  }, [takesFocus])
  const change = (next: boolean) => {
    setOpen(next)
    onChange?.(next)
  }
  return (
    <MenuKit value={KitMenu}>
      <KitMenu {...how} opened={isThere && (opened ?? isOpen)} onChange={change}>
        <KitMenu.Target>{cloneElement<Record<string, unknown>>(target, { ref: button })}</KitMenu.Target>
        <KitMenu.Dropdown {...dropdown} />
      </KitMenu>
    </MenuKit>
  )
}
