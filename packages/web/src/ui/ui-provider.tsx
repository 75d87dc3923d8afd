import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import './kit-styles.ts'
import { Notices } from './notices.tsx'
import { theme } from './theme.ts'

type Props = { readonly children: ReactNode }

/** The design system around the whole program: theme, light or dark after the system, notices. */
export function UiProvider({ children }: Props) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      {children}
      <Notices />
    </MantineProvider>
  )
}
