import { HeartPulse } from 'lucide-react'
import { ErrorState, formatShort, Skeleton } from '../../../../ui/index.ts'
import { usePlanAnswer } from '../../hooks/use-plan-answer.ts'
import { textsHealth } from '../../texts-health.ts'
import type { PlanViewProps } from '../plan-view-props.ts'
import { ConflictList } from './conflict-list.tsx'
import styles from './health.module.css'
import { HealthCheck } from './health-check.tsx'
import { OpenNow } from './open-now.tsx'

/** How sound a plan is: what does not fit, and check by check what deserves a look. */
export function HealthView({ plan, rows, containerId }: PlanViewProps) {
  const { answer: health, error, retry } = usePlanAnswer('schedule.getHealth', { containerId })
  if (health === undefined) {
    return error === null ? (
      <Skeleton rows={10} />
    ) : (
      <ErrorState title={textsHealth.failed} error={error} onRetry={retry} />
    )
  }
  const looked = health.checks.filter(({ total }) => total > 0)
  const bad = looked.filter(({ isHealthy }) => !isHealthy).length
  const { index } = textsHealth
  return (
    <div className={styles.page} role="region" aria-label={textsHealth.title} tabIndex={0}>
      <p className={styles.reading}>
        <HeartPulse size={16} strokeWidth={1.75} aria-hidden />
        {textsHealth.reading(bad, looked.length)}
      </p>
      {!health.isCalculated && <p className={styles.hint}>{textsHealth.notCalculated}</p>}
      <h2 className={styles.heading}>{textsHealth.conflicts}</h2>
      <ConflictList conflicts={plan.conflicts} rows={rows} />
      <OpenNow plan={plan} rows={rows} now={health.statusAt} />
      <h2 className={styles.heading}>{textsHealth.checks}</h2>
      <ul className={styles.checks}>
        {health.checks.map((check) => (
          <HealthCheck key={check.name} check={check} />
        ))}
      </ul>
      <dl className={styles.indices}>
        <Index name={index.critical} why={index.criticalWhy} of={health.criticalPathLengthIndex} />
        <Index name={index.execution} why={index.executionWhy} of={health.baselineExecutionIndex} />
      </dl>
      <p className={styles.hint}>{textsHealth.source}</p>
    </div>
  )
}

type IndexProps = {
  readonly name: string
  readonly why: string
  readonly of: { readonly value: number | null; readonly isHealthy: boolean | null }
}

function Index({ name, why, of }: IndexProps) {
  const { value, isHealthy } = of
  return (
    <div className={styles.index}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.value}>
          {value === null ? textsHealth.index.unknown : formatShort(Math.round(value * 100) / 100)}
          {isHealthy === false && <span className={styles.bad}> {textsHealth.look}</span>}
        </span>
        <span className={styles.why}>{why}</span>
      </dd>
    </div>
  )
}
