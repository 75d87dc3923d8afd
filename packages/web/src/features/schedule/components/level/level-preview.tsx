import type { PlanRowView, PlanView } from '@millrace/contract'
import type { LevelledPlans } from '@millrace/core/schedule'
import { dayOf } from '../../../../platform/time-zone.ts'
import { formatDay, useTimeZone } from '../../../../ui/index.ts'
import { type LevelMove, movesOf } from '../../model/level/level-input-of.ts'
import type { PlanPool } from '../../model/load/plan-pool.ts'
import { texts } from '../../texts.ts'
import { textsLevel } from '../../texts-level.ts'
import styles from './level-dialog.module.css'
import { ProgressWords } from './progress-words.tsx'

type Props = {
  readonly plans: LevelledPlans
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly pool: PlanPool
}

const SHOWN_MAX = 300
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** What a levelling would move, to when, by how much and why. */
export function LevelPreview({ plans, plan, rows, pool }: Props) {
  const timeZone = useTimeZone()
  const moves = movesOf(rows, plans.tasks)
  const day = (moment: number) => formatDay(dayOf(moment, timeZone))
  const span = (from: number | null, to: number | null) =>
    from === null || to === null ? texts.undated : texts.span(day(from), day(to - 1))
  const whyOf = whyIn({ plan, rows, pool, day })
  return (
    <section aria-label={textsLevel.title} className={styles.preview}>
      <ProgressWords progress={plans} rows={rows} />
      <p className={styles.count}>
        {moves.length === 0 ? textsLevel.nothing : textsLevel.moved(moves.length)}{' '}
        {plans.unfitCount > 0 && textsLevel.unfit(plans.unfitCount)}
      </p>
      {moves.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={textsLevel.moved(moves.length)}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{textsLevel.column.work}</th>
                <th scope="col">{textsLevel.column.before}</th>
                <th scope="col">{textsLevel.column.after}</th>
                <th scope="col">{textsLevel.column.by}</th>
                <th scope="col">{textsLevel.column.why}</th>
              </tr>
            </thead>
            <tbody>
              {moves.slice(0, SHOWN_MAX).map((move) => (
                <tr key={move.row.itemId}>
                  <td>
                    {move.row.wbs} {move.row.title}
                  </td>
                  <td>{span(move.row.startAt, move.row.finishAt)}</td>
                  <td>{span(move.startAt, move.finishAt)}</td>
                  <td className={styles.by}>{textsLevel.days(signed(move.byMs))}</td>
                  <td className={styles.why}>{whyOf(move)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

type Around = Pick<Props, 'plan' | 'rows' | 'pool'> & { readonly day: (moment: number) => string }

function whyIn({ plan, rows, pool, day }: Around): (move: LevelMove) => string {
  const titles = new Map(rows.map((row) => [row.itemId, row.title]))
  const names = new Map(pool.resources.map(({ id, name }) => [id, name]))
  const links = new Map(plan.links.map((link) => [link.id, link]))
  const until = (minute: number) => day(minute * MINUTE_MS - 1)
  const { why } = textsLevel
  return ({ reason }) => {
    switch (reason.kind) {
      case 'resource':
        return why.resource(
          names.get(reason.resourceId) ?? '',
          titles.get(reason.itemId) ?? '',
          until(reason.untilAt),
        )
      case 'capacity':
      case 'calendar':
        return why[reason.kind](names.get(reason.resourceId) ?? '', until(reason.untilAt))
      case 'link': {
        const title = titles.get(links.get(reason.linkId)?.fromId ?? '')
        return title === undefined ? why.follows : why.link(title)
      }
      case 'unfit':
        return why.unfit
      default:
        return ''
    }
  }
}

/** Calendar days, with their sign. */
function signed(ms: number): string {
  const days = Math.round((ms / DAY_MS) * 10) / 10
  return days > 0 ? `+${String(days)}` : String(days)
}
