import type { PlanRowView, PlanView } from '@millrace/contract'
import type { LevelledPlans } from '@millrace/core/schedule'
import { dayOf } from '../../../../platform/time-zone.ts'
import { formatDay, PlainTable, useTimeZone } from '../../../../ui/index.ts'
import { useSpanWords } from '../../hooks/use-span-words.ts'
import { type LevelMove, movesOf } from '../../model/level/level-input-of.ts'
import type { PlanPool } from '../../model/load/plan-pool.ts'
import { signedDays } from '../../model/row-facts.ts'
import { textsLevel } from '../../texts-level.ts'
import { LevelChoices } from './level-choices.tsx'
import styles from './level-dialog.module.css'
import { ProgressWords } from './progress-words.tsx'

type Props = {
  readonly plans: LevelledPlans
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly pool: PlanPool
}

const SHOWN_MAX = 300
const MINUTE_MS = 60_000

/** What a levelling would move, to when, by how much and why. */
export function LevelPreview({ plans, plan, rows, pool }: Props) {
  const timeZone = useTimeZone()
  const moves = movesOf(rows, plans.tasks)
  const day = (moment: number) => formatDay(dayOf(moment, timeZone))
  const spanWords = useSpanWords()
  const { column } = textsLevel
  const whyOf = whyIn({ plan, rows, pool, day })
  return (
    <section aria-label={textsLevel.title} className={styles.preview}>
      <ProgressWords progress={plans} rows={rows} />
      <p className={styles.count}>
        {moves.length === 0 ? textsLevel.nothing : textsLevel.moved(moves.length)}{' '}
        {plans.unfitCount > 0 && textsLevel.unfit(plans.unfitCount)}
      </p>
      <LevelChoices plan={plan} rows={rows} plans={plans} />
      {moves.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={textsLevel.moved(moves.length)}>
          <PlainTable
            label={textsLevel.moved(moves.length)}
            columns={[column.work, column.before, column.after, column.by, column.why]}
          >
            {moves.slice(0, SHOWN_MAX).map((move) => (
              <tr key={move.row.itemId}>
                <td>
                  {move.row.wbs} {move.row.title}
                </td>
                <td>{spanWords(move.row)}</td>
                <td>{spanWords(move)}</td>
                <td className={styles.by}>{textsLevel.days(signedDays(move.byMs))}</td>
                <td className={styles.why}>{whyOf(move)}</td>
              </tr>
            ))}
          </PlainTable>
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
