import { useEntity } from '../../../../platform/store/index.ts'
import { ErrorState, Skeleton } from '../../../../ui/index.ts'
import { useLevels } from '../../hooks/use-levels.ts'
import { useProcess } from '../../hooks/use-process.ts'
import { levelTexts as texts } from '../../texts-levels.ts'
import { ClockTable } from './clock-table.tsx'
import { LevelTable } from './level-table.tsx'
import styles from './levels.module.css'
import { ScheduleTable } from './schedule-table.tsx'

type Props = { readonly containerId: string }

/** How soon a process is to be done, how that stands, and by which calendar it is started. */
export function LevelsTab({ containerId }: Props) {
  const container = useEntity('container', containerId)
  const asked = useLevels(containerId)
  const process = useProcess(containerId)
  const canManage = container?.myRole === 'manager' && container.archivedAt === null
  if (asked.data === undefined || process.data === undefined) {
    const error = asked.error ?? process.error
    return error === null ? (
      <Skeleton rows={8} />
    ) : (
      <ErrorState title={texts.failed} error={error} onRetry={() => void asked.refetch()} />
    )
  }
  const { levels, calendars } = asked.data
  const onChanged = () => void asked.refetch()
  return (
    <div className={styles.levels}>
      <LevelTable
        {...{ containerId, levels, calendars, canManage, onChanged }}
        steps={process.data.steps.filter(({ archivedAt }) => archivedAt === null)}
      />
      {levels.length > 0 && <ClockTable containerId={containerId} />}
      <ScheduleTable {...{ containerId, calendars, canManage }} />
    </div>
  )
}
