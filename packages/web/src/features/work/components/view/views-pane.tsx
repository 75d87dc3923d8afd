import {
  type ComponentProps,
  cloneElement,
  type ReactElement,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { Popover } from '../../../../ui/index.ts'
import { textsContainers as words } from '../../texts-containers.ts'
import { KeptViews } from './kept-views.tsx'

type Props = Omit<ComponentProps<typeof KeptViews>, 'onDone'> & {
  /** The button that opens it, which is pressed already. */
  readonly target: ReactElement<Record<string, unknown>>
}

/** The kept views beside their button, from the first time they are opened. */
export function ViewsPane({ target, ...views }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  // The kit notes where the keys were when it opens: by then that is the button.
  useLayoutEffect(() => {
    button.current?.focus()
    setOpen(true)
  }, [])
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        {cloneElement<Record<string, unknown>>(target, {
          ref: button,
          'aria-expanded': isOpen,
          onClick: () => setOpen(!isOpen),
        })}
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={words.keptViews}>
        <KeptViews {...views} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}
