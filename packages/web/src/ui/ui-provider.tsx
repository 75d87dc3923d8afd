import { DirectionProvider, MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { languageFacts } from '../platform/language/index.ts'
import './kit-styles.ts'
import { Notices } from './notices.tsx'
import { theme } from './theme.ts'
import { useListenToPrinting } from './use-printing.ts'

type Props = { readonly children: ReactNode }

/** The design system around the whole program: theme, direction of lines, light or dark after the system, notices. */
export function UiProvider({ children }: Props) {
  useListenToPrinting()
  return (
    <DirectionProvider initialDirection={languageFacts.direction} detectDirection={false}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        {children}
        <Notices />
      </MantineProvider>
    </DirectionProvider>
  )
}
