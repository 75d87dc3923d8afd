import type { PlanRowView, PlanView } from '@millrace/contract'
import { useMemo } from 'react'
import { Button, Modal, useTimeZone } from '../../../ui/index.ts'
import { usePlanDoor } from '../hooks/use-plan-door.ts'
import { useScheduling } from '../hooks/use-scheduling.ts'
import { useSpanWords } from '../hooks/use-span-words.ts'
import { type Difference, differencesOf } from '../model/differences.ts'
import { signedDays } from '../model/row-facts.ts'
import { texts } from '../texts.ts'
import { textsDates } from '../texts-dates.ts'
import styles from './differences-dialog.module.css'
import { type PlanColumn, PlanTable } from './plan-table.tsx'
import { ScenarioNote } from './scenario/scenario-note.tsx'

type Props = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
  readonly isManager: boolean
  readonly onClose: () => void
}

/** What calculating the plan would move, the most first, before anybody decides that it does. */
export function DifferencesDialog({ plan, rows, containerId, isManager, onClose }: Props) {
  const { closed } = usePlanDoor(containerId)
  const { schedule } = useScheduling({ plan, rows, containerId })
  const timeZone = useTimeZone()
  const differences = useMemo(
    () => differencesOf({ ...plan, timeZone }, rows, plan.links),
    [plan, rows, timeZone],
  )
  const columns = useColumns()
  const leaves = rows.filter((row) => !row.isSummary).length
  const handleSchedule = () => {
    schedule()
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={texts.differences} size={820}>
      <p className={styles.count}>{textsDates.choice}</p>
      <p className={styles.count}>
        {differences.length === 0 ? texts.noDifferences : texts.differenceCount(differences.length, leaves)}
      </p>
      {differences.length > 0 && (
        <div className={styles.table}>
          <PlanTable
            label={texts.differences}
            columns={columns}
            rows={differences}
            keyOf={({ before }) => before.itemId}
          />
        </div>
      )}
      {closed !== null && <ScenarioNote words={closed} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {texts.keepDates}
        </Button>
        <Button disabled={!isManager || closed !== null} onClick={handleSchedule}>
          {texts.schedule}
        </Button>
      </div>
    </Modal>
  )
}

function useColumns(): readonly PlanColumn<Difference>[] {
  const spanWords = useSpanWords()
  return useMemo(
    () => [
      {
        id: 'title',
        name: texts.column.title,
        width: 'minmax(200px, 1fr)',
        cell: ({ before }) => `${before.wbs} ${before.title}`,
      },
      { id: 'from', name: texts.from, width: '190px', cell: ({ before }) => spanWords(before) },
      { id: 'to', name: texts.to, width: '190px', cell: ({ after }) => spanWords(after) },
      {
        id: 'by',
        name: texts.by,
        width: '80px',
        align: 'end',
        cell: ({ byMs }) => texts.differenceOf(signedDays(byMs)),
      },
    ],
    [spanWords],
  )
}
