import type { Menu } from '@mantine/core'
import { createContext, use } from 'react'

/** The parts that the kit draws a menu with: there once a menu is opened. */
export const MenuKit = createContext<typeof Menu | null>(null)

/** For what stands in a menu. */
export function useMenuKit(): typeof Menu {
  const kit = use(MenuKit)
  if (!kit) throw new Error('This stands in a menu only')
  return kit
}
