import type { PlanRowView, PlanView } from '@millrace/contract'
import { useMemo } from 'react'
import { useCommands } from '../../../platform/store/index.ts'
import { Button, Modal, PlainTable, useTimeZone } from '../../../ui/index.ts'
import { usePlanDoor } from '../hooks/use-plan-door.ts'
import { useSpanWords } from '../hooks/use-span-words.ts'
import { differencesOf } from '../model/differences.ts'
import { signedDays } from '../model/row-facts.ts'
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

/** What calculating the plan would move, before anybody decides that it does. */
export function DifferencesDialog({ plan, rows, containerId, isManager, onClose }: Props) {
  const { run } = useCommands()
  const { closed } = usePlanDoor(containerId)
  const timeZone = useTimeZone()
  const differences = useMemo(
    () => differencesOf({ ...plan, timeZone }, rows, plan.links),
    [plan, rows, timeZone],
  )
  const spanWords = useSpanWords()
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
          <PlainTable
            label={texts.differences}
            columns={[texts.column.title, texts.from, texts.to, texts.by]}
          >
            {differences.slice(0, SHOWN_MAX).map(({ before, after, byMs }) => (
              <tr key={before.itemId}>
                <td>
                  {before.wbs} {before.title}
                </td>
                <td>{spanWords(before)}</td>
                <td>{spanWords(after)}</td>
                <td className={styles.by}>{texts.differenceOf(signedDays(byMs))}</td>
              </tr>
            ))}
          </PlainTable>
        </div>
      )}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {texts.keepDates}
        </Button>
        <Button disabled={!isManager || closed !== null} title={closed ?? undefined} onClick={handleSchedule}>
          {texts.schedule}
        </Button>
      </div>
    </Modal>
  )
}
