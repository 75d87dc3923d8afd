import { type Connection, useConnection } from '../../platform/store/index.ts'
import { texts } from '../texts.ts'
import styles from './connection-mark.module.css'

type Props = { readonly isFolded?: boolean }

/** A grey dot and what waits, when the page is not up to date by itself. Silent while all is well. */
export function ConnectionMark({ isFolded = false }: Props) {
  const connection = useConnection()
  const words = wordsFor(connection)
  return (
    <output className={words === null ? 'visually-hidden' : styles.mark} title={words ?? undefined}>
      {words !== null && <span className={styles.dot} data-state={connection.state} aria-hidden />}
      {words !== null && <span className={isFolded ? 'visually-hidden' : undefined}>{words}</span>}
    </output>
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
