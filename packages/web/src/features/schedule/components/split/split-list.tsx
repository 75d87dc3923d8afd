import type { PlanRowView } from '@millrace/contract'
import { X } from 'lucide-react'
import { dayOf } from '../../../../platform/time-zone.ts'
import { ActionIcon, formatDay, useTimeZone } from '../../../../ui/index.ts'
import { lengthWords } from '../../model/length-words.ts'
import { partsOf } from '../../model/splits/parts.ts'
import { textsSplit as words } from '../../texts-split.ts'
import plan from '../item-plan/item-plan.module.css'
import { SpanField } from '../item-plan/span-field.tsx'
import styles from './split.module.css'

type Splits = PlanRowView['splits']

type Props = Pick<PlanRowView, 'startAt' | 'finishAt' | 'gaps' | 'splits' | 'isElapsed'> & {
  readonly canWrite: boolean
  readonly onChange: (splits: Splits) => void
}

/** The parts of an item by their days, and its gaps: how long each is, and away with it. */
export function SplitList({ splits, isElapsed, canWrite, onChange, ...timed }: Props) {
  const timeZone = useTimeZone()
  const dayFrom = (at: number) => formatDay(dayOf(at, timeZone))
  const parts = partsOf({ ...timed, percentComplete: 0 })
  const days = parts.map(({ startAt, finishAt }) => words.part(dayFrom(startAt), dayFrom(finishAt - 1)))
  if (splits.length === 0 && timed.gaps.length === 0) return <p className={plan.hint}>{words.none}</p>
  return (
    <>
      <p className={styles.days}>{days.join(' · ')}</p>
      <ul className={plan.lines}>
        {splits.map((split) => {
          const done = lengthWords(split.afterMin, isElapsed)
          return (
            <li key={split.afterMin} className={plan.line}>
              <span className={plan.who}>{words.after(done)}</span>
              <fieldset className={plan.share} disabled={!canWrite}>
                <SpanField
                  label={words.pauseAfter(done)}
                  isLabelHidden
                  className={plan.units}
                  value={split.pauseMin}
                  isElapsed={isElapsed}
                  onChange={(pauseMin) =>
                    pauseMin !== null &&
                    onChange(splits.map((each) => (each === split ? { ...each, pauseMin } : each)))
                  }
                />
                <ActionIcon
                  variant="subtle"
                  disabled={!canWrite}
                  aria-label={words.join(done)}
                  onClick={() => onChange(splits.filter((each) => each !== split))}
                >
                  <X size={14} aria-hidden />
                </ActionIcon>
              </fieldset>
            </li>
          )
        })}
      </ul>
    </>
  )
}
