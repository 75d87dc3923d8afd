import type { ImportView } from '@millrace/contract'
import { Button, Progress } from '../../../ui/index.ts'
import type { ImportRun } from '../hooks/use-imports.ts'
import { texts } from '../texts.ts'
import styles from './exchange.module.css'

type Props = { readonly run: ImportView; readonly imported: ImportRun }

/** How far the import has got; it goes on when the page is left. */
export function RunningStep({ run, imported }: Props) {
  const words = run.state === 'reverting' ? texts.revertingSentence : texts.running(run.done, run.total)
  const share = run.total === 0 ? 0 : (run.done / run.total) * 100
  return (
    <section className={styles.block} aria-live="polite">
      <p>{words}</p>
      <Progress value={run.state === 'reverting' ? 100 : share} size={6} animated aria-label={words} />
      {run.state === 'running' && (
        <div className={styles.actions}>
          <Button variant="default" loading={imported.isBusy} onClick={() => void imported.revert()}>
            {texts.cancel}
          </Button>
        </div>
      )}
    </section>
  )
}
