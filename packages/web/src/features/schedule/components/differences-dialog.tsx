import type { PlanRowView, PlanView } from '@millrace/contract'
import { useMemo } from 'react'
import { useCommands } from '../../../platform/store/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import { Button, formatDay, Modal, useTimeZone } from '../../../ui/index.ts'
import { differencesOf } from '../model/differences.ts'
import { texts } from '../texts.ts'
import styles from './differences-dialog.module.css'

type Props = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
  readonly isManager: boolean
  readonly onClose: () => void
}

/** More would be read by nobody: the largest come first. */
const SHOWN_MAX = 200
const DAY_MS = 86_400_000

/** What calculating the plan would move, before anybody decides that it does. */
export function DifferencesDialog({ plan, rows, containerId, isManager, onClose }: Props) {
  const { run } = useCommands()
  const timeZone = useTimeZone()
  const differences = useMemo(
    () => differencesOf({ ...plan, timeZone }, rows, plan.links),
    [plan, rows, timeZone],
  )
  const spanOf = ({ startAt, finishAt }: PlanRowView) =>
    startAt === null || finishAt === null
      ? texts.undated
      : texts.span(formatDay(dayOf(startAt, timeZone)), formatDay(dayOf(finishAt - 1, timeZone)))
  const handleSchedule = () => {
    void run('schedule.changePlanSettings', { containerId, patch: { isScheduled: true } })
    onClose()
  }
  const leaves = rows.filter((row) => !row.isSummary).length
  return (
    <Modal opened onClose={onClose} title={texts.differences} size={820}>
      <p className={styles.count}>
        {differences.length === 0 ? texts.noDifferences : texts.differenceCount(differences.length, leaves)}
      </p>
      {differences.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={texts.differences}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{texts.column.title}</th>
                <th scope="col">{texts.from}</th>
                <th scope="col">{texts.to}</th>
                <th scope="col">{texts.by}</th>
              </tr>
            </thead>
            <tbody>
              {differences.slice(0, SHOWN_MAX).map(({ before, after, byMs }) => (
                <tr key={before.itemId}>
                  <td>
                    {before.wbs} {before.title}
                  </td>
                  <td>{spanOf(before)}</td>
                  <td>{spanOf(after)}</td>
                  <td>{texts.differenceOf(signed(byMs))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {texts.keepDates}
        </Button>
        <Button disabled={!isManager} onClick={handleSchedule}>
          {texts.schedule}
        </Button>
      </div>
    </Modal>
  )
}

/** Calendar days, with their sign. */
function signed(ms: number): string {
  const days = Math.round((ms / DAY_MS) * 10) / 10
  return days > 0 ? `+${String(days)}` : String(days)
}
