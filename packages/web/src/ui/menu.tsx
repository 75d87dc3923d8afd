import type { Menu as KitMenu, MenuDropdownProps, MenuItemProps, MenuProps } from '@mantine/core'
import {
  Children,
  type ComponentProps,
  cloneElement,
  isValidElement,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  Suspense,
  startTransition,
  useState,
} from 'react'
import { lazyPart } from '../platform/lazy-part.ts'
import { useMenuKit } from './menu-kit.ts'

const OpenedMenu = lazyPart(async () => (await import('./opened-menu.tsx')).OpenedMenu)

/** What places a menu and watches for clicks beside it, in a button's element. */
type Button = ReactElement<{ readonly onClick?: (event: MouseEvent<HTMLElement>) => void }>

type Props = Pick<
  MenuProps,
  'closeOnItemClick' | 'onChange' | 'opened' | 'position' | 'width' | 'withinPortal'
> & {
  /** A `Menu.Target` around the button, and a `Menu.Dropdown` around what it opens. */
  readonly children: ReactNode
}

/**
 * A button that opens a list of things to do. A page has many of them and people open few: until then each is
 * its button alone, and what places a list and walks in it is fetched with the first one opened.
 */
function ButtonMenu({ children, ...how }: Props) {
  const [isReached, setReached] = useState(false)
  const target = partOf<{ children: Button }>(children, Target)?.props.children
  const dropdown = partOf<MenuDropdownProps>(children, Dropdown)?.props
  if (!target || !dropdown) throw new Error('A menu has a target and a dropdown')
  const open = (event: MouseEvent<HTMLElement>) => {
    target.props.onClick?.(event)
    startTransition(() => setReached(true))
    how.onChange?.(true)
  }
  const button = cloneElement<Record<string, unknown>>(target, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: open,
  })
  if (!isReached && how.opened !== true) return button
  return (
    <Suspense fallback={button}>
      <OpenedMenu {...how} target={target} dropdown={dropdown} takesFocus={isReached} />
    </Suspense>
  )
}

/** The one child of a kind. */
function partOf<PartProps>(children: ReactNode, kind: unknown): ReactElement<PartProps> | undefined {
  return Children.toArray(children).find(
    // What this component is given beside its parts is nothing.
    (child): child is ReactElement<PartProps> => isValidElement(child) && child.type === kind,
  )
}

/** Around the button of a menu. */
function Target(props: { readonly children: Button }): ReactNode {
  return props.children
}

/** Around what a menu opens. */
function Dropdown(props: MenuDropdownProps): ReactNode {
  return props.children
}

type ItemProps = MenuItemProps & Omit<ComponentProps<'button'>, keyof MenuItemProps>

function Item(props: ItemProps) {
  const { Item: Kit } = useMenuKit()
  return <Kit {...props} />
}

function Label(props: ComponentProps<typeof KitMenu.Label>) {
  const { Label: Kit } = useMenuKit()
  return <Kit {...props} />
}

function Divider() {
  const { Divider: Kit } = useMenuKit()
  return <Kit />
}

function RadioGroup(props: ComponentProps<typeof KitMenu.RadioGroup>) {
  const { RadioGroup: Kit } = useMenuKit()
  return <Kit {...props} />
}

function RadioItem(props: ComponentProps<typeof KitMenu.RadioItem>) {
  const { RadioItem: Kit } = useMenuKit()
  return <Kit {...props} />
}

export const Menu = Object.assign(ButtonMenu, {
  Target,
  Dropdown,
  Item,
  Label,
  Divider,
  RadioGroup,
  RadioItem,
  /** Fetches what the first menu needs, before it is opened. */
  load: OpenedMenu.load,
})
