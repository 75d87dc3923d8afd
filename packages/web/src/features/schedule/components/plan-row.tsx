import type { OutsideLinkView, PlanRowView } from '@millrace/contract'
import { ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { usePeek } from '../../../platform/navigation.ts'
import { useItem } from '../../../platform/store/index.ts'
import { dayAt, formatDay, type Scale, StateShape } from '../../../ui/index.ts'
import type { ShownRange } from '../hooks/use-plan-ranges.ts'
import { floatWords } from '../model/row-facts.ts'
import { texts } from '../texts.ts'
import { textsRanges } from '../texts-ranges.ts'
import type { BarMoves } from './bar-moves.ts'
import { PlanBar } from './plan-bar.tsx'
import styles from './schedule.module.css'

type Props = {
  readonly row: PlanRowView
  readonly baseline: { readonly startAt: number | null; readonly finishAt: number | null } | undefined
  readonly range: ShownRange | undefined
  readonly scale: Scale
  readonly top: number
  readonly rowIndex: number
  readonly isFolded: boolean
  readonly isCursor: boolean
  readonly moves: BarMoves | null
  readonly showsCritical: boolean
  readonly why: string | null
  readonly crew: string | undefined
  readonly outside: readonly OutsideLinkView[] | undefined
  readonly seenLeft: number
  readonly seenRight: number
  readonly onFold: (itemId: string) => void
  readonly onCursor: (itemId: string) => void
  readonly onShow: (x: number) => void
}

const INDENT_PX = 14

/** The id of a row, under which it is announced. */
export function rowIdOf(itemId: string): string {
  return `plan-row-${itemId}`
}

/** A row of the plan: its place in the outline, its dates, its bar. */
export const PlanRow = memo(function PlanRow(props: Props) {
  const { row, isFolded, isCursor } = props
  const peek = usePeek()
  const item = useItem(row.itemId)
  return (
    <div
      id={rowIdOf(row.itemId)}
      role="row"
      data-row={row.itemId}
      className={styles.row}
      aria-rowindex={props.rowIndex}
      aria-level={row.level}
      aria-expanded={row.isSummary ? !isFolded : undefined}
      data-cursor={isCursor || undefined}
      data-peeked={peek.key === row.key || undefined}
      data-summary={row.isSummary || undefined}
      // Without a layer of its own: links lie above its background and below its bar.
      style={{ insetBlockStart: props.top }}
    >
      <div className={styles.tree} onClick={() => props.onCursor(row.itemId)}>
        <span
          role="gridcell"
          className={styles.treeTitle}
          style={{ paddingInlineStart: row.level * INDENT_PX - 8 }}
        >
          {row.isSummary ? (
            <button
              type="button"
              tabIndex={-1}
              className={styles.fold}
              data-open={!isFolded || undefined}
              aria-label={isFolded ? texts.unfold(row.title) : texts.fold(row.title)}
              onClick={() => props.onFold(row.itemId)}
            >
              <ChevronRight size={12} aria-hidden />
            </button>
          ) : (
            <span className={styles.noFold}>{item && <StateShape group={item.stateGroup} size={12} />}</span>
          )}
          <span className={styles.wbs}>{row.wbs}</span>
          <button
            type="button"
            tabIndex={-1}
            className={styles.title}
            title={row.title}
            onClick={() => peek.open(row.key)}
          >
            {row.title}
          </button>
        </span>
        <Cells row={row} range={props.range} scale={props.scale} />
      </div>
      <PlanBar {...props} responsibleId={item?.responsibleId ?? null} />
    </div>
  )
})

/** When it is, how long it takes, how much it may slip, and how much of it is done. */
function Cells({ row, range, scale }: Pick<Props, 'row' | 'range' | 'scale'>) {
  return (
    <>
      <span role="gridcell" className={styles.cellDay}>
        {row.startAt === null ? '' : formatDay(dayAt(scale, row.startAt))}
      </span>
      <span role="gridcell" className={styles.cellDay}>
        {row.finishAt === null ? '' : formatDay(dayAt(scale, row.finishAt - 1))}
      </span>
      <span role="gridcell" className={`${styles.cellNumber ?? ''} ${styles.cellDuration ?? ''}`}>
        {daysOf(row, range)}
      </span>
      <span
        role="gridcell"
        className={`${styles.cellNumber ?? ''} ${styles.cellSlack ?? ''}`}
        data-critical={row.isCritical || undefined}
        data-near={row.isNearCritical || undefined}
      >
        {row.totalFloatMin === null || row.isDone || row.isHammock ? '' : floatWords(row.totalFloatMin)}
      </span>
      <span role="gridcell" className={styles.cellNumber}>
        {row.percentComplete > 0 ? `${String(row.percentComplete)} %` : ''}
      </span>
    </>
  )
}

/** How many days it takes; from and to, where only that is known. */
function daysOf({ durationMin, startAt }: PlanRowView, range: ShownRange | undefined): string {
  if (range && startAt === null) return textsRanges.days(String(range.days.low), String(range.days.high))
  return durationMin === null ? '' : String(Math.round(durationMin / 48) / 10)
}
