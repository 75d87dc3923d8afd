import type { PlanRowView } from '@millrace/contract'
import { useState } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { dayOf, dayStart } from '../../../../platform/time-zone.ts'
import { Button, DayField, Modal, useTimeZone } from '../../../../ui/index.ts'
import type { SplitBar } from '../../hooks/use-split-bar.ts'
import { textsSplit as words } from '../../texts-split.ts'
import { SpanField } from '../item-plan/span-field.tsx'
import styles from './split.module.css'
import { SplitList } from './split-list.tsx'

type Props = {
  readonly row: PlanRowView
  readonly canWrite: boolean
  readonly splitBar: SplitBar
  readonly onClose: () => void
}

/** The parts of an item: where it rests and for how long, and one rest more. */
export function SplitDialog({ row, canWrite, splitBar, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} title={words.title(row.title)} size={520}>
      <div className={styles.body}>
        <SplitList {...row} canWrite={canWrite} onChange={(splits) => splitBar.change(row, splits)} />
        {canWrite && row.startAt !== null && <NewSplit row={row} splitBar={splitBar} />}
      </div>
    </Modal>
  )
}

const DAY_MIN = 480

function NewSplit({ row, splitBar }: Pick<Props, 'row' | 'splitBar'>) {
  const timeZone = useTimeZone()
  const { organisation } = useDirectory()
  const [on, setOn] = useState<string | null>(() => middleDay(row, timeZone))
  const [pauseMin, setPauseMin] = useState<number | null>(row.isElapsed ? 1440 : DAY_MIN)
  const handleSplit = () => {
    if (on !== null && pauseMin !== null) splitBar.split(row, { at: dayStart(on, timeZone), pauseMin })
  }
  return (
    <div className={styles.new}>
      <DayField label={words.from} value={on} weekStart={organisation.weekStart} onChange={setOn} />
      <SpanField
        label={words.pause}
        className={styles.span}
        value={pauseMin}
        isElapsed={row.isElapsed}
        onChange={setPauseMin}
      />
      <Button disabled={on === null || pauseMin === null} onClick={handleSplit}>
        {words.split}
      </Button>
    </div>
  )
}

/** Where it is split most often: somewhere on the way. */
function middleDay({ startAt, finishAt }: PlanRowView, timeZone: string): string | null {
  return startAt === null || finishAt === null ? null : dayOf((startAt + finishAt) / 2, timeZone)
}
