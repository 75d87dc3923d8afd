import type { PlanRowView, PlanView } from '@millrace/contract'
import type { ReactNode } from 'react'
import { useSpanWords } from '../hooks/use-span-words.ts'
import { moreSlackWords, slackWords } from '../model/float-words.ts'
import { texts } from '../texts.ts'
import { textsFloats } from '../texts-floats.ts'
import { PlanSums } from './plan-sums.tsx'
import styles from './schedule.module.css'

type Props = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
  readonly cursor: string | null
  readonly whyOf: (row: PlanRowView) => string | null
  /** What can be done with it. */
  readonly children: ReactNode
}

/** One line below the chart: the chosen row, how much time it has and why it lies where it does; else the plan. */
export function PlanStatus({ plan, rows, containerId, cursor, whyOf, children }: Props) {
  const row = rows.find((each) => each.itemId === cursor)
  return (
    <div className={styles.status}>
      <span role="status" className={styles.statusWords}>
        {row ? <RowWords row={row} why={whyOf(row)} /> : <PlanWords {...{ plan, rows, containerId }} />}
      </span>
      {children}
    </div>
  )
}

function RowWords({ row, why }: { readonly row: PlanRowView; readonly why: string | null }) {
  const spanWords = useSpanWords()
  const slack = row.isDone || row.isHammock ? null : slackWords(row)
  return (
    <>
      <b>{row.title}</b>
      <span>{spanWords(row)}</span>
      {slack !== null && (
        <>
          <span data-critical={row.isCritical || undefined}>{slack}</span>
          {moreSlackWords(row).map((each) => (
            <span key={each}>{each}</span>
          ))}
        </>
      )}
      {why !== null && <span className={styles.why}>{why}</span>}
    </>
  )
}

function PlanWords({ plan, rows, containerId }: Pick<Props, 'plan' | 'rows' | 'containerId'>) {
  const leaves = rows.filter((row) => !row.isSummary)
  const undated = leaves.filter((row) => row.startAt === null).length
  const critical = leaves.filter((row) => row.isCritical).length
  const near = leaves.filter((row) => row.isNearCritical).length
  return (
    <>
      <span>{texts.itemCount(leaves.length)}</span>
      {plan.settings.isScheduled && critical > 0 && (
        <span>
          <span className={styles.sign} data-critical aria-hidden />
          {texts.criticalCount(critical)}
        </span>
      )}
      {plan.settings.isScheduled && near > 0 && (
        <span>
          <span className={styles.sign} data-near aria-hidden />
          {textsFloats.nearCount(near)}
        </span>
      )}
      {undated > 0 && <span>{texts.undatedCount(undated)}</span>}
      {plan.settings.isScheduled && !plan.settings.isCurrent && <span>{texts.calculating}</span>}
      {plan.phases.length > 0 && <PlanSums containerId={containerId} />}
    </>
  )
}
