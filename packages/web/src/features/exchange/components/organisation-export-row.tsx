import { useDirectory } from '../../../platform/store/index.ts'
import { Button, formatCount, formatInstant, Progress } from '../../../ui/index.ts'
import type { OrganisationExport } from '../hooks/use-organisation-exports.ts'
import { organisationExportTexts as words } from '../texts-organisation-export.ts'
import styles from './organisation-export.module.css'

type Props = {
  readonly of: OrganisationExport
  readonly address: string
  readonly isBusy: boolean
  readonly onRemove: () => void
}

/** One export: how far it is, or where to fetch it and how long. */
export function OrganisationExportRow({ of, address, isBusy, onRemove }: Props) {
  const { people } = useDirectory()
  const moment = formatInstant(of.createdAt)
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.name}>
          {moment}{' '}
          <span className={styles.soft}>{words.by(people.get(of.startedBy)?.name ?? words.somebody)}</span>
        </h3>
        <span className={styles.state} data-state={of.state}>
          {words.state[of.state]}
        </span>
      </div>
      <Facts of={of} />
      <div className={styles.buttons}>
        {of.state === 'ready' && (
          <Button component="a" href={address} download aria-label={words.downloadOf(moment)}>
            {words.download}
          </Button>
        )}
        <Button
          variant="default"
          loading={isBusy}
          aria-label={of.state === 'running' ? words.cancel : words.removeOf(moment)}
          onClick={onRemove}
        >
          {of.state === 'running' ? words.cancel : words.remove}
        </Button>
      </div>
    </li>
  )
}

function Facts({ of }: Pick<Props, 'of'>) {
  const { state, done, total } = of
  if (state === 'running')
    return (
      <>
        <Progress
          value={total === 0 ? 0 : (100 * done) / total}
          aria-label={words.progressLabel}
          className={styles.progress}
        />
        <p className={styles.soft} role="status">
          {total === 0 ? words.preparing : words.progress(formatCount(done), formatCount(total))}
        </p>
      </>
    )
  if (state === 'failed') return <p className={styles.soft}>{words.failedHint}</p>
  const counts = words.facts(
    formatCount(of.itemCount ?? 0),
    formatCount(of.fileCount ?? 0),
    sizeOf(of.sizeBytes ?? 0),
  )
  return (
    <>
      <p className={styles.soft}>
        {counts}. {words.until(formatInstant(of.expiresAt))}.
      </p>
      {(of.missingCount ?? 0) > 0 && <p role="note">{words.missing(formatCount(of.missingCount ?? 0))}</p>}
    </>
  )
}

function sizeOf(bytes: number): string {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}
