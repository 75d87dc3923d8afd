import { lazy, Suspense } from 'react'
import { useToggle } from '../../platform/toggle.ts'
import { LayerBoundary } from '../shell/layer-boundary.tsx'
import { keyHelp } from './key-help-state.ts'
import { palette } from './palette-state.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const KeyHelp = lazy(async () => ({
  default: (await import('../../features/help/components/key-help.tsx')).KeyHelp,
}))

/** Shows the palette and the list of keys when asked for; their code is fetched then. */
export function PaletteHost() {
  const isOpen = useToggle(palette) !== null
  const isHelpOpen = useToggle(keyHelp) !== null
  return (
    <Suspense fallback={null}>
      {isOpen && (
        <LayerBoundary onFail={palette.close}>
          <Palette onClose={palette.close} />
        </LayerBoundary>
      )}
      {isHelpOpen && (
        <LayerBoundary onFail={keyHelp.close}>
          <KeyHelp onClose={keyHelp.close} />
        </LayerBoundary>
      )}
    </Suspense>
  )
}
