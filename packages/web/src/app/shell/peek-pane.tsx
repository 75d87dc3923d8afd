import { lazy, Suspense } from 'react'
import { usePeek } from '../../platform/navigation.ts'
import { useKeys } from '../../platform/use-keys.ts'
import { Skeleton } from '../../ui/index.ts'
import { texts } from '../texts.ts'
import { PaneBoundary } from './pane-boundary.tsx'
import styles from './peek-pane.module.css'

const Peek = lazy(async () => ({ default: (await import('../pages/peek.tsx')).Peek }))

/** The pane beside the page that shows one item, named by `peek` in the address. Escape closes it. */
export function PeekPane() {
  const peek = usePeek()
  useKeys([
    {
      id: 'peek.close',
      keys: 'Escape',
      label: texts.keys.closePane,
      group: texts.keys.anywhere,
      isHidden: true,
      isOn: () => peek.key !== null,
      run: peek.close,
    },
  ])
  if (peek.key === null) return null
  return (
    <aside data-noprint className={styles.pane} aria-label={texts.pages.item(peek.key)}>
      <PaneBoundary key={peek.key} onClose={peek.close}>
        <Suspense fallback={<Skeleton rows={8} />}>
          <Peek itemKey={peek.key} onClose={peek.close} />
        </Suspense>
      </PaneBoundary>
    </aside>
  )
}
