import type { PlanRowView } from '@millrace/contract'
import { addDays } from '@millrace/core/kernel'
import { useMemo } from 'react'
import { languageFacts } from '../../../../platform/language/index.ts'
import { formatDay, useToday } from '../../../../ui/index.ts'
import { usePlanDays } from '../../hooks/use-plan-days.ts'
import { usePlanRanges } from '../../hooks/use-plan-ranges.ts'
import { type PlacedGate, placedGates, stateWords } from '../../model/gates.ts'
import type { Drawing } from '../../model/picture/drawing.ts'
import { spanDays } from '../../model/row-facts.ts'
import { texts } from '../../texts.ts'
import { textsGates } from '../../texts-gates.ts'
import { textsPaper } from '../../texts-paper.ts'
import { textsPicture } from '../../texts-picture.ts'
import type { PlanViewProps } from '../plan-view-props.ts'
import { usePaperHead } from './use-paper-head.ts'

type Asked = Pick<PlanViewProps, 'plan' | 'rows' | 'containerId'> & {
  readonly withLinks: boolean
  readonly withBaseline: boolean
  readonly withFloat: boolean
}

const MONTH = new Intl.DateTimeFormat(languageFacts.locale, { month: 'short', timeZone: 'UTC' })
const MONTH_YEAR = new Intl.DateTimeFormat(languageFacts.locale, {
  month: 'short',
  year: '2-digit',
  timeZone: 'UTC',
})

/** A plan as it is drawn on paper: an axis for all of it, with a few days of room at both ends. */
export function usePlanDrawing({
  plan,
  rows,
  containerId,
  withLinks,
  withBaseline,
  withFloat,
}: Asked): Drawing {
  const head = usePaperHead(containerId)
  const days = usePlanDays(plan, rows)
  const ranges = usePlanRanges(plan, rows, containerId)
  const today = useToday()
  return useMemo(() => {
    const before = withBaseline ? (plan.baseline?.rows ?? []) : []
    const spans = [...rows, ...before].flatMap((row) => spanDays(row, days) ?? [])
    const open = [...ranges.values()].flatMap(({ from, high }) => [from, high])
    const ends = plan.phases.flatMap(({ startsOn, finishHighOn }) =>
      [startsOn, finishHighOn].filter((day) => day !== null),
    )
    const gates = placedGates(plan.phases).map(({ day }) => day)
    const all = [...gates, ...spans.flatMap(({ from, to }) => [from, to]), ...ends, ...open].toSorted()
    const against = before.length > 0 && plan.baselines.find(({ id }) => id === plan.baseline?.id)
    const subtitle = against ? textsPaper.against(head.subtitle, against.name) : head.subtitle
    return {
      ...head,
      subtitle,
      rows,
      days,
      today,
      links: withLinks ? plan.links : [],
      phases: plan.phases,
      ranges,
      statusOn: plan.settings.statusAt === null ? null : days.dayAt(plan.settings.statusAt),
      withFloat: withFloat && plan.settings.isScheduled,
      baseline: new Map(before.map((row) => [row.itemId, row])),
      fromDay: addDays(all[0] ?? today, -3),
      toDay: addDays(all.at(-1) ?? today, 7),
      signs: SIGNS,
      says: SAYS,
    }
  }, [plan, rows, days, ranges, today, head, withLinks, withBaseline, withFloat])
}

const SAYS: Drawing['says'] = {
  columns: texts.column,
  day: (day) => formatDay(day),
  month: ({ day, isYear }) => (isYear ? MONTH_YEAR : MONTH).format(new Date(`${day}T00:00:00Z`)),
  today: textsPicture.today,
  gate: (gate: PlacedGate) => textsPaper.gate(gate.name, formatDay(gate.day), stateWords(gate)),
}

const SIGNS: Drawing['signs'] = {
  ...textsPicture.legend,
  ...textsPaper.planSigns,
  gate: (state) => textsPaper.gateSign(textsGates.state[state]),
}

/** The rows down to a level of the outline. */
export function rowsDownTo(rows: readonly PlanRowView[], level: number): readonly PlanRowView[] {
  return level === 0 ? rows : rows.filter((row) => row.level <= level)
}
