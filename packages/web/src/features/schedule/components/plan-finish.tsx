import type { PlanRowView, PlanView } from '@millrace/contract'
import { dayOf } from '../../../platform/time-zone.ts'
import { formatDay, useTimeZone } from '../../../ui/index.ts'
import { usePlanAnswer } from '../hooks/use-plan-answer.ts'
import { finishOf, type PlanFinish } from '../model/finish.ts'
import { spanOf } from '../model/outline.ts'
import { texts } from '../texts.ts'
import { textsRanges } from '../texts-ranges.ts'
import styles from './schedule.module.css'

type Props = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
}

/** Half of the runs of a forecast, and the part that one promises by. */
const HALF = 50
const LIKELY = 85

/** When the plan ends, as a range where a forecast has found one, and how that compares with a baseline. */
export function PlanFinishWords({ plan, rows, containerId }: Props) {
  const timeZone = useTimeZone()
  const compared = plan.baselines.find((each) => each.id === plan.baseline?.id)
  const { finishAt, slipDays } = spanOf(rows, plan.baseline?.rows ?? null)
  const datedOn = finishAt === null ? null : dayOf(finishAt - 1, timeZone)
  const finish = finishOf({ ...plan, datedOn })
  if (finish === null) return null
  const name = compared ? texts.baseline(compared.number, compared.name) : ''
  return (
    <span className={styles.finish}>
      {finishInWords(finish)}
      <ForecastFinish containerId={containerId} />
      {finish.kind === 'on' && slipDays !== null && compared && <Slip days={slipDays} name={name} />}
    </span>
  )
}

/** Between which days the last forecast says that it ends, and with what chance. */
function ForecastFinish({ containerId }: Pick<Props, 'containerId'>) {
  const timeZone = useTimeZone()
  const { answer } = usePlanAnswer('schedule.getForecast', { containerId })
  const result = answer?.result
  const [half, likely] = [HALF, LIKELY].map((percent) => result?.finishAt[percent - 1])
  if (!result || half === undefined || likely === undefined) return null
  const day = (moment: number) => formatDay(dayOf(moment - 1, timeZone))
  const hint = textsRanges.finishHint(day(half), day(likely))
  const span = day(half) === day(likely) ? day(half) : `${day(half)} – ${day(likely)}`
  const inWords = textsRanges[result.isCurrent ? 'forecast' : 'earlierForecast']
  return (
    <span className={styles.forecast} title={result.isCurrent ? hint : `${hint}. ${textsRanges.outdated}`}>
      {inWords(span, String(LIKELY))}
    </span>
  )
}

function Slip({ days, name }: { readonly days: number; readonly name: string }) {
  return (
    <span className={styles.slip} data-late={days > 0 || undefined}>
      {days > 0 ? texts.later(days, name) : days < 0 ? texts.earlier(-days, name) : texts.onTime(name)}
    </span>
  )
}

function finishInWords(finish: PlanFinish): string {
  switch (finish.kind) {
    case 'on':
      return texts.finish(formatDay(finish.on))
    case 'between':
      return texts.finishBetween(formatDay(finish.lowOn), formatDay(finish.highOn))
    case 'open':
      return finish.nearOn === null ? texts.finishOpen : texts.finishNear(formatDay(finish.nearOn))
  }
}
