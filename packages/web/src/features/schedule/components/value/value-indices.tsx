import { dayOf } from '../../../../platform/time-zone.ts'
import { formatDay, useTimeZone } from '../../../../ui/index.ts'
import type { SaidValue } from '../../model/amount-words.ts'
import { indexWords } from '../../model/index-words.ts'
import { periodWords } from '../../model/period-words.ts'
import { textsEarning as words } from '../../texts-earning.ts'
import { textsValue } from '../../texts-value.ts'
import styles from './value.module.css'

type Line = { readonly name: string; readonly said: string; readonly why?: string }

/** All indices with what they mean, and where they lead. */
export function ValueIndices({ value, say }: SaidValue) {
  const timeZone = useTimeZone()
  const { project, schedule, later } = value
  const { index, end } = textsValue
  const dayWords = (at: number) => formatDay(dayOf(at - 1, timeZone))
  const orUnknown = (amount: number | null) => (amount === null ? textsValue.unknown : say(amount))
  const { estimateAtCompletion: estimate } = project
  const goes: readonly Line[] = [
    { name: index.cpi, said: indexWords(project.costPerformanceIndex), why: index.cpiWhy },
    { name: index.spi, said: indexWords(project.schedulePerformanceIndex), why: index.spiWhy },
    { name: index.spiTime, said: indexWords(schedule.performanceIndex), why: index.spiTimeWhy },
    { name: index.cv, said: say(project.costVariance), why: index.cvWhy },
    { name: index.sv, said: say(project.scheduleVariance), why: index.svWhy },
    { name: words.svTime, said: periodWords(schedule.variance, value.period), why: words.svTimeWhy },
    { name: index.tcpi, said: indexWords(project.toCompleteForBudget), why: index.tcpiWhy },
    {
      ...{ name: words.tcpiEstimate, said: indexWords(project.toCompleteForEstimate) },
      why: words.tcpiEstimateWhy,
    },
  ]
  const leads: readonly Line[] = [
    { name: end.budget, said: say(project.budgetAtCompletion) },
    { name: end.typical, said: orUnknown(estimate.typical) },
    { name: end.atypical, said: say(estimate.atypical) },
    { name: end.hasty, said: orUnknown(estimate.costAndSchedule) },
    ...(estimate.reestimated === null ? [] : [{ name: words.reestimated, said: say(estimate.reestimated) }]),
    { name: end.left, said: orUnknown(project.estimateToComplete) },
    { name: end.variance, said: orUnknown(project.varianceAtCompletion) },
    ...(later ? [{ name: end.later, said: end.range(say(later.low), say(later.high)) }] : []),
    ...(schedule.earnedAt === null ? [] : [{ name: words.earnedAt, said: dayWords(schedule.earnedAt) }]),
    { name: end.plannedFinish, said: dayWords(schedule.plannedFinishAt) },
    {
      name: end.finish,
      said: schedule.estimatedFinishAt === null ? textsValue.unknown : dayWords(schedule.estimatedFinishAt),
    },
  ]
  return (
    <>
      <Lines title={textsValue.indices} lines={goes} />
      <Lines title={textsValue.atEnd} lines={leads} />
    </>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      <dl className={styles.lines}>
        {lines.map(({ name, said, why }) => (
          <div key={name} className={styles.line}>
            <dt>{name}</dt>
            <dd className={styles.said}>{said}</dd>
            {why !== undefined && <dd className={styles.why}>{why}</dd>}
          </div>
        ))}
      </dl>
    </section>
  )
}
