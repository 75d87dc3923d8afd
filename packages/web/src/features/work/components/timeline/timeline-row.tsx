import type { PlannedDatesView } from '@millrace/contract'
import type { WorkItem } from '@millrace/core/work'
import { ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { KindGlyph, PersonAvatar, type Scale, StateShape } from '../../../../ui/index.ts'
import type { WorkGroup } from '../../model/grouping.ts'
import { itemNames } from '../../model/item-names.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsView } from '../../texts-view.ts'
import { GroupCount, GroupSign } from '../list/group-header.tsx'
import { DueMark } from '../marks/due-mark.tsx'
import { OwnFields } from '../marks/own-fields.tsx'
import type { LayoutHandlers, LayoutProps } from '../view/layout-props.ts'
import styles from './timeline.module.css'
import { TimelineSpan } from './timeline-span.tsx'

type Props = {
  readonly id: string
  readonly item: WorkItem
  /** What its plan says of its dates; null: they are its own. */
  readonly planned: PlannedDatesView | null
  readonly lookup: Lookup
  readonly homeId: string | null
  readonly scale: Scale
  readonly away: 'before' | 'after' | null
  readonly isSelected: boolean
  readonly isCursor: boolean
  readonly isPeeked: boolean
  readonly rowIndex: number
  readonly top: number
  readonly onShift: LayoutHandlers['onShift']
  readonly onShow: (day: string) => void
}

/** An item's name at the start, its bar on the axis. Clicks are handled by the time line. */
export const TimelineRow = memo(function TimelineRow(props: Props) {
  const { item, lookup } = props
  const { home, responsible } = itemNames(item, lookup)
  return (
    <div
      role="row"
      id={props.id}
      className={styles.row}
      aria-rowindex={props.rowIndex}
      aria-selected={props.isSelected}
      data-item={item.id}
      data-cursor={props.isCursor || undefined}
      data-peeked={props.isPeeked || undefined}
      data-done={item.stateGroup === 'done' || undefined}
      style={{ transform: `translateY(${String(props.top)}px)` }}
    >
      <div role="gridcell" className={styles.tree}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.tick}
          data-edit="select"
          role="checkbox"
          aria-checked={props.isSelected}
          aria-label={textsView.select(item.key)}
        />
        <StateShape group={item.stateGroup} size={13} />
        {home && home.id !== props.homeId && <KindGlyph kind={home.kind} size={13} />}
        <span className={styles.title} title={item.title}>
          {item.title} <OwnFields item={item} lookup={lookup} isInline />
        </span>
        <span className={styles.due}>
          <DueMark item={item} today={lookup.today} />
        </span>
        <span className={styles.person}>
          {responsible && <PersonAvatar person={responsible} size={18} />}
        </span>
      </div>
      <div role="gridcell" className={styles.track} dir="ltr">
        <TimelineSpan
          item={item}
          planned={props.planned}
          lookup={lookup}
          scale={props.scale}
          away={props.away}
          onShift={props.onShift}
          onShow={props.onShow}
        />
      </div>
    </div>
  )
})

type GroupProps = {
  readonly group: WorkGroup
  readonly layout: LayoutProps
  readonly rowIndex: number
  readonly top: number
}

/** The line above a group, which folds it. */
export function TimelineGroup({ group, layout, rowIndex, top }: GroupProps) {
  return (
    <div
      role="row"
      className={styles.group}
      aria-rowindex={rowIndex}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <span role="gridcell" className={styles.groupTree}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.fold}
          data-fold-group={group.key}
          aria-expanded={!layout.folded.has(group.key)}
        >
          <ChevronRight size={12} strokeWidth={2} aria-hidden />
          <GroupSign group={group} field={layout.field} lookup={layout.lookup} />
          <span className={styles.groupName}>{group.label}</span>
          <GroupCount group={group} field={layout.field} />
        </button>
      </span>
    </div>
  )
}
