import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'

export type ColorScheme = 'light' | 'dark' | 'auto'

/** The chosen scheme (`auto` follows the system), what it comes to now, and how to choose another. */
export function useColorScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: false })
  const shown = useComputedColorScheme('light')
  return { chosen: colorScheme, shown, choose: setColorScheme }
}
