import { Link } from '@tanstack/react-router'
import { paths, useSlug } from '../../../../platform/navigation.ts'
import { useCommands } from '../../../../platform/store/index.ts'
import { Button, ErrorState, Progress, Skeleton } from '../../../../ui/index.ts'
import { useBulk } from '../../hooks/use-repair.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import styles from './repair.module.css'

type Props = { readonly bulkId: string; readonly onClose: () => void }

/** How far a bulk act is, and what stayed as it was. It goes on when this is closed. */
export function BulkProgress({ bulkId, onClose }: Props) {
  const slug = useSlug()
  const { run } = useCommands()
  const { data: bulk, error, refetch } = useBulk(bulkId)
  if (bulk === undefined) {
    if (error === null) return <Skeleton rows={2} />
    return <ErrorState title={texts.failed} error={error} onRetry={() => void refetch()} />
  }
  const isRunning = bulk.state === 'running'
  const part = bulk.total === 0 ? 100 : Math.min(100, (bulk.done / bulk.total) * 100)
  const handleStop = async () => {
    await run('process.stopBulk', { id: bulkId })
    await refetch()
  }
  return (
    <div className={styles.form}>
      <p role="status">
        {texts.bulkTitle[bulk.kind]}: {texts.bulkState[bulk.state]},{' '}
        {texts.bulkProgress(bulk.done, bulk.total)}
        {!isRunning && `, ${texts.bulkRefused(bulk.refused)}`}
      </p>
      <Progress value={isRunning ? part : 100} aria-label={texts.bulkTitle[bulk.kind]} />
      {bulk.refusals.length > 0 && (
        <ul className={styles.refusals}>
          {bulk.refusals.map((one) => (
            <li key={one.instanceId}>
              <Link to={paths.instance(slug, one.instanceId)}>
                #{one.number} {one.title}
              </Link>{' '}
              {texts.refusal[one.code] ?? one.code}
              {one.at !== '' && `: ${one.at}`}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.formEnd}>
        {isRunning && (
          <Button variant="default" onClick={() => void handleStop()}>
            {texts.stop}
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </div>
  )
}
