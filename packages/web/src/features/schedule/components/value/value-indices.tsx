import { dayOf } from '../../../../platform/time-zone.ts'
import { formatDay, useTimeZone } from '../../../../ui/index.ts'
import type { AmountWords, SaidValue } from '../../model/amount-words.ts'
import { indexWords } from '../../model/index-words.ts'
import { periodWords } from '../../model/period-words.ts'
import { type OpenRange, rangeWords } from '../../model/range-words.ts'
import { textsEarning as words } from '../../texts-earning.ts'
import { textsValue } from '../../texts-value.ts'
import { textsWhole } from '../../texts-whole.ts'
import styles from './value.module.css'

type Line = { readonly name: string; readonly said: string; readonly why?: string }

/** All indices with what they mean, and where they lead. */
export function ValueIndices({ value, say }: SaidValue) {
  const timeZone = useTimeZone()
  const { project, schedule, whole } = value
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
      {whole !== null && (
        <Lines title={textsWhole.title} why={textsWhole.why} lines={wholeLines(whole, say)} />
      )}
    </>
  )
}

function wholeLines(whole: NonNullable<SaidValue['value']['whole']>, say: AmountWords): readonly Line[] {
  const { typical, atypical, costAndSchedule, reestimated } = whole.estimateAtCompletion
  const words = (range: OpenRange | null) => (range === null ? textsValue.unknown : rangeWords(range, say))
  return [
    {
      name: textsWhole.later,
      said: whole.later === null ? textsWhole.unsaid : rangeWords(whole.later, say),
    },
    { name: textsWhole.budget, said: words(whole.budgetAtCompletion) },
    { name: textsWhole.typical, said: words(typical) },
    { name: textsWhole.atypical, said: words(atypical) },
    { name: textsWhole.hasty, said: words(costAndSchedule) },
    ...(reestimated === null ? [] : [{ name: textsWhole.reestimated, said: words(reestimated) }]),
  ]
}

type LinesProps = { readonly title: string; readonly why?: string; readonly lines: readonly Line[] }

function Lines({ title, why, lines }: LinesProps) {
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      {why !== undefined && <p className={styles.hint}>{why}</p>}
      <dl className={styles.lines}>
        {lines.map(({ name, said, why: reason }) => (
          <div key={name} className={styles.line}>
            <dt>{name}</dt>
            <dd className={styles.said}>{said}</dd>
            {reason !== undefined && <dd className={styles.why}>{reason}</dd>}
          </div>
        ))}
      </dl>
    </section>
  )
}
