import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import './kit-styles.ts'
import { theme } from './theme.ts'

type Props = { readonly children: ReactNode }

/** The design system around the whole program: theme, light or dark after the system, notices. */
export function UiProvider({ children }: Props) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Notifications position="bottom-center" limit={3} transitionDuration={80} />
      {children}
    </MantineProvider>
  )
}
