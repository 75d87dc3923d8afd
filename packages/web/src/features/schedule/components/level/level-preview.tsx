import type { LevelledPlans } from '@millrace/core/schedule'
import { dayOf } from '../../../../platform/time-zone.ts'
import { formatDay, PlainTable, useTimeZone } from '../../../../ui/index.ts'
import { useSpanWords } from '../../hooks/use-span-words.ts'
import { finishOf } from '../../model/level/finish-of.ts'
import { type LevelMove, movesOf } from '../../model/level/level-input-of.ts'
import type { LevelPart } from '../../model/level/level-part.ts'
import { tieName } from '../../model/outside/tie-words.ts'
import { signedDays } from '../../model/row-facts.ts'
import { textsLevel } from '../../texts-level.ts'
import { textsShared } from '../../texts-shared.ts'
import { LevelChoices } from './level-choices.tsx'
import styles from './level-dialog.module.css'
import { LevelWarnings } from './level-warnings.tsx'
import { ProgressWords } from './progress-words.tsx'

type Props = { readonly plans: LevelledPlans; readonly parts: readonly LevelPart[] }

const SHOWN_MAX = 300
const MINUTE_MS = 60_000

/** What a levelling would move, to when, by how much and why, project by project. */
export function LevelPreview({ plans, parts }: Props) {
  const timeZone = useTimeZone()
  const day = (moment: number) => formatDay(dayOf(moment, timeZone))
  const whyOf = whyIn(parts, day)
  const rows = parts.flatMap((part) => part.rows)
  const finishWords = (part: LevelPart) => {
    const { before, after } = finishOf(part.rows, plans.tasks)
    return before === null || after === null ? '' : textsLevel.finish(day(before - 1), day(after - 1))
  }
  return (
    <section aria-label={textsLevel.title} className={styles.preview}>
      <ProgressWords progress={plans} rows={rows} />
      <LevelWarnings {...{ plans, parts }} />
      {parts.map((part) => {
        const moves = movesOf(part.rows, plans.tasks)
        return (
          <div key={part.containerId}>
            {parts.length > 1 && <h3 className={styles.part}>{part.name}</h3>}
            <p className={styles.count}>
              {moves.length === 0 ? textsLevel.nothing : textsLevel.moved(moves.length)}
              {parts.length > 1 && ` · ${finishWords(part)}`}
            </p>
            <LevelChoices part={part} parts={parts} plans={plans} />
            {moves.length > 0 && <Moves moves={moves} name={part.name} whyOf={whyOf} />}
          </div>
        )
      })}
    </section>
  )
}

type MovesProps = {
  readonly moves: readonly LevelMove[]
  readonly name: string
  readonly whyOf: (move: LevelMove) => string
}

function Moves({ moves, name, whyOf }: MovesProps) {
  const spanWords = useSpanWords()
  const { column } = textsLevel
  const label = textsShared.partOf(textsLevel.moved(moves.length), name)
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      <PlainTable label={label} columns={[column.work, column.before, column.after, column.by, column.why]}>
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
  )
}

function whyIn(parts: readonly LevelPart[], day: (moment: number) => string): (move: LevelMove) => string {
  const titles = new Map<string, string | null>(
    parts
      .flatMap(({ rows, pool }) => [...pool.outside, ...rows.map((row) => ({ ...row, id: row.itemId }))])
      .map(({ id, title }) => [id, title]),
  )
  const titleOf = (id: string) => titles.get(id) ?? textsShared.elsewhere
  const names = new Map(parts.flatMap(({ pool }) => pool.resources.map(({ id, name }) => [id, name])))
  const links = new Map(parts.flatMap(({ plan }) => plan.links.map((link) => [link.id, link])))
  const ties = new Map(
    parts.flatMap(({ plan }) => plan.outside.links.map((link) => [link.id, tieName(link)])),
  )
  const until = (minute: number) => day(minute * MINUTE_MS - 1)
  const { why } = textsLevel
  return ({ reason }) => {
    switch (reason.kind) {
      case 'resource':
        return why.resource(names.get(reason.resourceId) ?? '', titleOf(reason.itemId), until(reason.untilAt))
      case 'capacity':
      case 'calendar':
        return why[reason.kind](names.get(reason.resourceId) ?? '', until(reason.untilAt))
      case 'link': {
        const title = ties.get(reason.linkId) ?? titles.get(links.get(reason.linkId)?.fromId ?? '')
        return title == null ? why.follows : why.link(title)
      }
      case 'unfit':
        return why.unfit
      default:
        return ''
    }
  }
}
