import type { EarnedValueView } from '@millrace/contract'
import { Scale } from 'lucide-react'
import { useState } from 'react'
import { useDirectory, useEntity } from '../../../../platform/store/index.ts'
import { DayField, EmptyState, ErrorState, formatEffort, Skeleton } from '../../../../ui/index.ts'
import { usePlanAnswer } from '../../hooks/use-plan-answer.ts'
import { useTakeBaseline } from '../../hooks/use-take-baseline.ts'
import { amountWords, readingOf } from '../../model/amount-words.ts'
import { periodWords } from '../../model/period-words.ts'
import { textsValue } from '../../texts-value.ts'
import type { PlanViewProps } from '../plan-view-props.ts'
import styles from './value.module.css'
import { ValueCurve } from './value-curve.tsx'
import { ValueIndices } from './value-indices.tsx'
import { ValueRows } from './value-rows.tsx'

/** What was to be done by a day, what is done, and what it cost, measured by the baseline that is compared with. */
export function ValueView({ plan, containerId, canWrite }: PlanViewProps) {
  const { organisation } = useDirectory()
  const [statusOn, setStatusOn] = useState<string | null>(null)
  const baselineId = plan.baseline?.id
  const { answer, error, retry } = usePlanAnswer('cost.getEarnedValue', {
    containerId,
    ...(baselineId === undefined ? {} : { baselineId }),
    ...(statusOn === null ? {} : { statusOn }),
  })
  if (answer === undefined) {
    return error === null ? (
      <Skeleton rows={10} />
    ) : (
      <ErrorState title={textsValue.failed} error={error} onRetry={retry} />
    )
  }
  const { value } = answer
  if (value === null) return <NoValue containerId={containerId} />
  const say = amountWords(value.unit, organisation.currency)
  return (
    <div className={styles.page} role="region" aria-label={textsValue.title} tabIndex={0}>
      <p className={styles.reading}>{readingOf(value, say)}</p>
      <p className={styles.hint}>{timeInWords(value)}</p>
      <div className={styles.status}>
        <DayField
          label={textsValue.status}
          value={statusOn}
          weekStart={organisation.weekStart}
          onChange={setStatusOn}
        />
      </div>
      <ValueCurve value={value} say={say} />
      <ValueIndices value={value} say={say} />
      <Caveats value={value} />
      <ValueRows value={value} containerId={containerId} canWrite={canWrite} say={say} />
    </div>
  )
}

function timeInWords({ schedule, period }: EarnedValueView): string {
  const off = Math.round(schedule.variance * 10) / 10
  if (off === 0) return textsValue.onTime
  const span = periodWords(Math.abs(off), period)
  return off < 0 ? textsValue.lateBy(span) : textsValue.aheadBy(span)
}

function Caveats({ value }: { readonly value: EarnedValueView }) {
  const names = value.unknown.map(({ key, title }) => `${key} ${title}`).join(', ')
  return (
    <div className={styles.caveats}>
      {value.unpricedMin > 0 && (
        <p className={styles.hint}>{textsValue.unpriced(formatEffort(value.unpricedMin))}</p>
      )}
      {names !== '' && <p className={styles.hint}>{textsValue.unknownItems(names)}</p>}
      <p className={styles.hint}>{textsValue.reconstructed}</p>
    </div>
  )
}

function NoValue({ containerId }: { readonly containerId: string }) {
  const { take, closed } = useTakeBaseline(containerId)
  const container = useEntity('container', containerId)
  const isManager = container?.myRole === 'manager'
  return (
    <EmptyState
      glyph={<Scale size={20} strokeWidth={1.75} />}
      title={textsValue.emptyTitle}
      sentence={isManager ? textsValue.emptySentence : `${textsValue.emptySentence} ${textsValue.askManager}`}
      {...(isManager && closed === null
        ? { action: { label: textsValue.takeBaseline, onClick: () => void take() } }
        : {})}
    />
  )
}
