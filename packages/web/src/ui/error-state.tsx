import { Button } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { explain } from '../platform/refused.ts'
import styles from './empty-state.module.css'
import { texts } from './texts.ts'

type Props = {
  /** What was being done, such as "The projects could not be loaded". */
  readonly title: string
  readonly error: unknown
  readonly onRetry?: () => void
}

/** What failed, what is safe, and how to try again. */
export function ErrorState({ title, error, onRetry }: Props) {
  const { sentence, remedy } = explain(error)
  return (
    <div className={styles.empty} role="alert">
      <div className={styles.glyph} aria-hidden>
        <TriangleAlert size={20} strokeWidth={1.75} />
      </div>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.sentence}>
        {sentence} {remedy}
      </p>
      {onRetry && (
        <div className={styles.actions}>
          <Button variant="default" onClick={onRetry}>
            {texts.retry}
          </Button>
        </div>
      )}
    </div>
  )
}
