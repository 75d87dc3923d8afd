import { lazy, Suspense, useState } from 'react'
import { type Connection, useConnection } from '../../platform/store/index.ts'
import { texts } from '../texts.ts'
import styles from './connection-mark.module.css'
import { LayerBoundary } from './layer-boundary.tsx'

const UnsentDialog = lazy(async () => ({ default: (await import('./unsent-dialog.tsx')).UnsentDialog }))

type Props = { readonly isFolded?: boolean }

/** A grey dot and what waits, when the page is not up to date by itself. Silent while all is well. */
export function ConnectionMark({ isFolded = false }: Props) {
  const connection = useConnection()
  const [isOpen, setOpen] = useState(false)
  const words = wordsFor(connection)
  const mark = words !== null && (
    <>
      <span className={styles.dot} data-state={connection.state} aria-hidden />
      <span className={isFolded ? 'visually-hidden' : undefined}>{words}</span>
    </>
  )
  const isButton = words !== null && connection.waiting > 0
  return (
    <>
      <output className={isButton || words === null ? 'visually-hidden' : styles.mark}>{mark}</output>
      {isButton && (
        <button
          type="button"
          className={styles.button}
          title={texts.connection.show}
          onClick={() => setOpen(true)}
        >
          {mark}
        </button>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <LayerBoundary onFail={() => setOpen(false)}>
            <UnsentDialog onClose={() => setOpen(false)} />
          </LayerBoundary>
        </Suspense>
      )}
    </>
  )
}

function wordsFor({ state, waiting }: Connection): string | null {
  const words = texts.connection
  const changes = words.waiting(waiting)
  switch (state) {
    case 'live':
      return null
    case 'polling':
      return words.polling
    case 'connecting':
      return waiting > 0 ? changes : null
    case 'offline':
      return waiting > 0 ? `${words.offline} · ${changes}` : words.offline
    case 'signed-out':
      return waiting > 0 ? `${words.signedOut} · ${changes}` : words.signedOut
  }
}
