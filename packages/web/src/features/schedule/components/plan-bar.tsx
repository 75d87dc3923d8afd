import type { OutsideLinkView, PlanRowView } from '@millrace/contract'
import type { ReactNode } from 'react'
import { usePeek } from '../../../platform/navigation.ts'
import { useEntity } from '../../../platform/store/index.ts'
import { dayAt, formatDay, type Scale, xOf } from '../../../ui/index.ts'
import { useBarGrab } from '../hooks/use-bar-grab.ts'
import { barSpan } from '../model/bar-span.ts'
import { moreSlackWords, slackWords } from '../model/float-words.ts'
import type { PhaseRange } from '../model/phase-ranges.ts'
import { texts } from '../texts.ts'
import { textsFloats } from '../texts-floats.ts'
import { textsSplit } from '../texts-split.ts'
import { AwayButton, isAway } from './away-button.tsx'
import type { BarMoves } from './bar-moves.ts'
import { LinkHandles } from './link-handles.tsx'
import { OutsideStub } from './outside/outside-stub.tsx'
import { PlanMilestone } from './plan-milestone.tsx'
import { RangeBar } from './range-bar.tsx'
import styles from './schedule.module.css'
import { BarParts } from './split/bar-parts.tsx'

type Props = {
  readonly row: PlanRowView
  readonly baseline: { readonly startAt: number | null; readonly finishAt: number | null } | undefined
  /** When it happens, where that is known as a range only. */
  readonly range: PhaseRange | undefined
  readonly scale: Scale
  /** Null: nobody moves it here. */
  readonly moves: BarMoves | null
  /** Whether critical work and float are shown. */
  readonly showsCritical: boolean
  /** Why it lies where it does. */
  readonly why: string | null
  /** Whoever and whatever is on it. */
  readonly crew: string | undefined
  /** Links to and from other projects. */
  readonly outside: readonly OutsideLinkView[] | undefined
  readonly responsibleId: string | null
  readonly seenLeft: number
  readonly seenRight: number
  readonly onShow: (x: number) => void
}

/** The bar of a row, its baseline as a thin line below, or an arrow to where the bar is out of sight. */
export function PlanBar(props: Props) {
  const { row, baseline, scale } = props
  const { startAt, finishAt } = row
  const span = barSpan(row, scale)
  if (startAt === null || finishAt === null || !span) {
    return (
      <div className={styles.track} dir="ltr" role="gridcell">
        {props.range && <RangeBar {...props} range={props.range} title={row.title} />}
      </div>
    )
  }
  const { startX, finishX } = span
  const isOut = isAway({ ...props, startX, finishX })
  const [waiting, awaited] = [true, false].map(
    (isIn) => props.outside?.filter((link) => link.isIn === isIn) ?? [],
  )
  const after = awaited && awaited.length > 0 && <OutsideStub links={awaited} />
  return (
    <div className={styles.track} dir="ltr" role="gridcell">
      {baseline?.startAt != null && baseline.finishAt != null && (
        <span
          className={styles.baseline}
          style={{
            left: xOf(scale, baseline.startAt),
            width: Math.max(2, xOf(scale, baseline.finishAt) - xOf(scale, baseline.startAt)),
          }}
        />
      )}
      {!isOut && waiting && waiting.length > 0 && (
        <OutsideStub links={waiting} style={{ left: startX - (row.isMilestone ? 12 : 4) }} />
      )}
      {isOut ? (
        <AwayButton {...props} startX={startX} finishX={finishX} />
      ) : row.isMilestone ? (
        <PlanMilestone {...props} {...{ after }} x={finishX} />
      ) : (
        <Bar {...props} {...{ startX, finishX, after }} />
      )}
      {props.showsCritical && <Float row={row} scale={scale} finishX={finishX} />}
      {row.deadlineAt !== null && (
        <span
          className={styles.deadline}
          data-missed={finishAt > row.deadlineAt || undefined}
          title={texts.deadline(dayWords(row.deadlineAt - 1, scale))}
          style={{ left: xOf(scale, row.deadlineAt) }}
        />
      )}
    </div>
  )
}

/** How far it may slip without moving the end of the plan, as a thin line after the bar. */
function Float({ row, scale, finishX }: { row: PlanRowView; scale: Scale; finishX: number }) {
  const { totalFloatMin, lateFinishAt } = row
  if (spans(row) || row.isDone || totalFloatMin === null || lateFinishAt === null) return null
  const width = xOf(scale, lateFinishAt) - finishX
  if (totalFloatMin <= 0 || width < 2) return null
  return <span className={styles.float} style={{ left: finishX, width }} />
}

type BarProps = Props & {
  readonly startX: number
  readonly finishX: number
  /** What stands behind it. */
  readonly after: ReactNode
}

function Bar({ row, scale, moves, showsCritical, why, startX, finishX, ...props }: BarProps) {
  const peek = usePeek()
  const person = useEntity('person', props.responsibleId)
  const who = row.isSummary ? undefined : (props.crew ?? person?.name)
  const { isMovable, isDragged, grab, listeners } = useBarGrab({ row, scale, moves })
  const width = Math.max(4, finishX - startX)
  const isSplit = row.gaps.length > 0
  const words = barWords({ row, scale, showsCritical })
  const more = showsCritical && !spans(row) ? moreSlackWords(row) : []
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles.bar}
        {...signsOf(row, showsCritical)}
        data-movable={isMovable || undefined}
        data-split={isSplit || undefined}
        data-dragged={isDragged || undefined}
        data-item={row.itemId}
        aria-label={words}
        title={[words, ...more, why, isMovable ? texts.dragHint : null]
          .filter((each) => each !== null)
          .join('\n')}
        style={{ left: startX, width }}
        onPointerDown={(event) => grab(event, 'both')}
        {...listeners}
        onClick={() => peek.open(row.key)}
      >
        {isSplit && (
          <BarParts {...{ row, scale, startX }} onMove={isMovable ? (moves?.movePart ?? null) : null} />
        )}
        {!isSplit && !row.isSummary && row.percentComplete > 0 && (
          <span className={styles.barDone} style={{ width: `${String(row.percentComplete)}%` }} />
        )}
        {isMovable && <span className={styles.barEnd} onPointerDown={(event) => grab(event, 'finish')} />}
      </button>
      <LinkHandles row={row} moves={moves} startX={startX} finishX={startX + width} />
      {(who !== undefined || props.after !== false) && (
        <span className={styles.barPerson} style={{ left: startX + width + 14 }}>
          {who}
          {props.after}
        </span>
      )}
    </>
  )
}

/** Whether its dates are those of other rows. */
function spans({ isSummary, isHammock }: PlanRowView): boolean {
  return isSummary || isHammock
}

/** What a bar looks like. */
function signsOf(row: PlanRowView, showsCritical: boolean) {
  if (row.isSummary) return { 'data-summary': true }
  return {
    'data-critical': (showsCritical && row.isCritical) || undefined,
    'data-near': (showsCritical && row.isNearCritical) || undefined,
    'data-hammock': row.isHammock || undefined,
    'data-manual': row.isManual || undefined,
  }
}

type Words = { readonly row: PlanRowView; readonly scale: Scale; readonly showsCritical: boolean }

/** What the bar says to whoever cannot see it. */
function barWords({ row, scale, showsCritical }: Words): string {
  const span = { from: dayWords(row.startAt ?? 0, scale), to: dayWords((row.finishAt ?? 1) - 1, scale) }
  if (!row.isSummary && row.isHammock) return textsFloats.hammock(row.title, span)
  const whole = texts.bar(row.title, span, row.percentComplete)
  const words = row.gaps.length > 0 ? `${whole}, ${textsSplit.inParts(row.gaps.length + 1)}` : whole
  const slack = row.isCritical ? texts.critical : slackWords(row)
  return showsCritical && !row.isSummary && slack !== null ? `${words}, ${slack}` : words
}

function dayWords(moment: number, scale: Scale): string {
  return formatDay(dayAt(scale, moment))
}
