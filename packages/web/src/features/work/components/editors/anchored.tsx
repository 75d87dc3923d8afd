import { type ReactNode, useEffect, useState } from 'react'
import { keyboard } from '../../../../platform/keyboard.ts'
import { Popover } from '../../../../ui/index.ts'

type Props = {
  /** The place on the screen that is being edited. */
  readonly rect: DOMRect
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * Opens an editor over a place in a list. One for the whole list: cells carry no menus of their own,
 * which would cost every row.
 */
export function Anchored({ rect, label, onClose, children }: Props) {
  useHeldKeys()
  useFocusBack()
  return (
    <Popover
      opened
      onChange={(opened) => {
        if (!opened) onClose()
      }}
      position="bottom-start"
      trapFocus
      withinPortal
      // The place is no control that could be said to have opened something.
      withRoles={false}
    >
      <Popover.Target>
        <div
          style={{
            position: 'fixed',
            left: rect.left,
            top: rect.top,
            width: rect.width,
            height: rect.height,
            pointerEvents: 'none',
          }}
        />
      </Popover.Target>
      <Popover.Dropdown
        p={0}
        role="dialog"
        tabIndex={-1}
        aria-label={label}
        onFocus={() => keyboard.release()}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}

/** Its content enters the page a moment after the key that asked for it: letters until then are no commands. */
function useHeldKeys(): void {
  // Before anything within could take the focus.
  useState(() => keyboard.hold())
  useEffect(() => () => void keyboard.release(), [])
}

/** Gives the focus back to where it was, so that the next key goes on from there. */
function useFocusBack(): void {
  // Taken while rendering: afterwards the editor has the focus.
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body
        if (isLost && before instanceof HTMLElement && before.isConnected)
          before.focus({ preventScroll: true })
      })
    },
    [before],
  )
}
