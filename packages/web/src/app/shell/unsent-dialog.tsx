import { type Batch, useConnection, useStore } from '../../platform/store/index.ts'
import { Button, EmptyState, Modal, notifications, RelativeTime } from '../../ui/index.ts'
import { unsentTexts } from '../texts-unsent.ts'
import styles from './unsent-dialog.module.css'
import { wordsOfBatch } from './unsent-words.ts'

type Props = {
  readonly onClose: () => void
  /** Somebody wants to sign out although changes wait. */
  readonly onLeave?: () => void
}

/** The changes that wait for the server, in the order they will be sent. */
export function UnsentDialog({ onClose, onLeave }: Props) {
  const store = useStore()
  // Tells when the queue has changed.
  useConnection()
  const batches = store.unsent()
  return (
    <Modal opened onClose={onClose} title={unsentTexts.title} size={560}>
      <p className={styles.sentence}>{onLeave ? unsentTexts.leaving : unsentTexts.sentence}</p>
      {batches.length === 0 ? (
        <EmptyState title={unsentTexts.none} sentence={unsentTexts.noneHint} />
      ) : (
        <ol className={styles.list}>
          {batches.map((batch) => (
            <Line key={batch.id} batch={batch} />
          ))}
        </ol>
      )}
      <div className={styles.buttons}>
        {onLeave && (
          <Button variant="default" color="red" onClick={onLeave}>
            {unsentTexts.leave}
          </Button>
        )}
        {batches.length > 0 && (
          <Button variant="default" onClick={() => store.hurry()}>
            {unsentTexts.tryNow}
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          {onLeave ? unsentTexts.stay : unsentTexts.close}
        </Button>
      </div>
    </Modal>
  )
}

function Line({ batch }: { readonly batch: Batch }) {
  const store = useStore()
  const { what, about, more } = wordsOfBatch(batch, store.pool)
  const handleGiveUp = () => {
    const isGivenUp = store.discard(batch.id)
    notifications.show({ message: isGivenUp ? unsentTexts.given : unsentTexts.onItsWay })
  }
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        {what}
        {about !== null && (
          <span className={styles.about}>
            <bdi>{about}</bdi>
          </span>
        )}
        {more > 0 && <span className={styles.about}>{unsentTexts.more(more)}</span>}
      </span>
      <span className={styles.time}>
        <RelativeTime at={batch.issuedAt} />
      </span>
      <button
        type="button"
        className="plain-button"
        aria-label={unsentTexts.giveUpSpoken(about ?? what)}
        onClick={handleGiveUp}
      >
        {unsentTexts.giveUp}
      </button>
    </li>
  )
}
