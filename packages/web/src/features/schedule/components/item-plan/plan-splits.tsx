import { useState } from 'react'
import { Button } from '../../../../ui/index.ts'
import { textsSplit as words } from '../../texts-split.ts'
import { SplitList } from '../split/split-list.tsx'
import { DayMoment } from './day-moment.tsx'
import styles from './item-plan.module.css'
import type { PlanPartProps } from './plan-part.ts'
import { SpanField } from './span-field.tsx'

/** In which parts it is done, and when work that rests goes on. */
export function PlanSplits({ itemPlan: { plan, gaps }, model: { change, canWrite } }: PlanPartProps) {
  const { splits, isElapsed } = plan
  const hasBegun = plan.actualStartAt !== null && plan.actualFinishAt === null
  return (
    <fieldset className={styles.group} disabled={!canWrite}>
      <legend className={styles.name}>{words.parts}</legend>
      <SplitList {...plan} gaps={gaps} canWrite={canWrite} onChange={(next) => change({ splits: next })} />
      <div className={styles.fields}>
        {canWrite && (
          <NewSplit
            isElapsed={isElapsed}
            onSplit={(split) =>
              change({ splits: [...splits, split].toSorted((a, b) => a.afterMin - b.afterMin) })
            }
          />
        )}
        {hasBegun && (
          <DayMoment
            label={words.resume}
            at={plan.resumeAt}
            edge="start"
            onChange={(resumeAt) => change({ resumeAt })}
          />
        )}
      </div>
    </fieldset>
  )
}

type NewProps = {
  readonly isElapsed: boolean
  readonly onSplit: (split: { readonly afterMin: number; readonly pauseMin: number }) => void
}

function NewSplit({ isElapsed, onSplit }: NewProps) {
  const [afterMin, setAfterMin] = useState<number | null>(null)
  const [pauseMin, setPauseMin] = useState<number | null>(null)
  const handleSplit = () => {
    if (afterMin === null || pauseMin === null) return
    onSplit({ afterMin, pauseMin })
    setAfterMin(null)
    setPauseMin(null)
  }
  return (
    <>
      <SpanField label={words.afterWork} value={afterMin} isElapsed={isElapsed} onChange={setAfterMin} />
      <SpanField label={words.pause} value={pauseMin} isElapsed={isElapsed} onChange={setPauseMin} />
      <Button variant="default" disabled={afterMin === null || pauseMin === null} onClick={handleSplit}>
        {words.split}
      </Button>
    </>
  )
}
