import type { WorkItem } from '@millrace/core/work'
import { memo, type ReactNode } from 'react'
import { KindGlyph, PersonAvatar, PriorityMark, StateShape } from '../../../../ui/index.ts'
import { dueOf } from '../../model/due.ts'
import { itemNames } from '../../model/item-names.ts'
import type { Lookup } from '../../model/lookup.ts'
import { texts } from '../../texts.ts'
import { textsView } from '../../texts-view.ts'
import { AgeMark } from '../marks/age-mark.tsx'
import { ConfidentialMark } from '../marks/confidential-mark.tsx'
import { DueMark } from '../marks/due-mark.tsx'
import { LabelChip } from '../marks/label-chip.tsx'
import { LinesMark } from '../marks/lines-mark.tsx'
import { OwnFields } from '../marks/own-fields.tsx'
import { ProgressMark } from '../marks/progress-mark.tsx'
import { StandingMark } from '../marks/standing-mark.tsx'
import styles from './item-list.module.css'

type Props = {
  readonly id: string
  readonly item: WorkItem
  readonly lookup: Lookup
  readonly isSelected: boolean
  readonly isCursor: boolean
  readonly isPeeked: boolean
  /** The container whose page this is: its sign and name are left out. Null: the list mixes several. */
  readonly homeId: string | null
  readonly note: string | null
  readonly rowIndex: number
  readonly top: number
}

/**
 * An item on one line. Plain elements only: clicks are handled by the list, which reads `data-edit`
 * and `data-item`, so that thousands of rows carry no handlers of their own.
 */
export const ItemRow = memo(function ItemRow(props: Props) {
  const { id, item, lookup, rowIndex, top } = props
  const names = itemNames(item, lookup)
  const due = dueOf(item, lookup.today)
  const home = names.home?.id === props.homeId ? undefined : names.home
  return (
    <div
      role="row"
      id={id}
      className={styles.row}
      aria-rowindex={rowIndex}
      aria-selected={props.isSelected}
      data-item={item.id}
      data-cursor={props.isCursor || undefined}
      data-peeked={props.isPeeked || undefined}
      data-done={item.stateGroup === 'done' || undefined}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <span role="gridcell" className={styles.mark}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.tick}
          data-edit="select"
          role="checkbox"
          aria-checked={props.isSelected}
          aria-label={textsView.select(item.key)}
        />
        <span className={styles.kind}>{home && <KindGlyph kind={home.kind} />}</span>
      </span>
      {control({
        field: 'priority',
        value: names.priority,
        isNone: item.priority === 0,
        sign: <PriorityMark priority={item.priority} />,
      })}
      <span role="gridcell" className={styles.key}>
        {item.key}
      </span>
      {control({ field: 'state', value: names.state, sign: <StateShape group={item.stateGroup} /> })}
      <span role="gridcell" className={styles.title}>
        <ConfidentialMark item={item} />
        <span className={styles.titleText}>{item.title}</span>
        {item.childCount > 0 && <ProgressMark done={item.childDoneCount} total={item.childCount} />}
        {item.lineCount > 0 && <LinesMark done={item.lineDoneCount} total={item.lineCount} />}
        <span className={styles.labels}>
          {item.labelIds.slice(0, LABELS_SHOWN).map((labelId) => {
            const label = lookup.labels.get(labelId)
            return label && <LabelChip key={labelId} name={label.name} colour={label.colour} />
          })}
        </span>
        <OwnFields item={item} lookup={lookup} />
      </span>
      <span role="gridcell" className={styles.standing}>
        <StandingMark
          item={item}
          personName={(personId) => lookup.people.get(personId)?.name ?? textsView.somebody}
          now={lookup.now}
        />
      </span>
      {home && (
        <span role="gridcell" className={styles.home}>
          {home.name}
        </span>
      )}
      {props.note !== null && (
        <span role="gridcell" className={styles.note}>
          <button type="button" tabIndex={-1} className={styles.noteButton} data-edit="why">
            {props.note}
          </button>
        </span>
      )}
      {control({
        field: 'due',
        value: due?.words ?? textsView.none,
        hint: due?.full,
        sign: due && <DueMark item={item} today={lookup.today} />,
      })}
      <span role="gridcell" className={styles.age}>
        <AgeMark item={item} now={lookup.now} />
      </span>
      {control({
        field: 'responsible',
        value: names.responsibleName,
        sign: <PersonAvatar person={names.responsible} />,
      })}
    </div>
  )
})

const LABELS_SHOWN = 3

type Control = {
  readonly field: 'priority' | 'state' | 'due' | 'responsible'
  readonly value: string
  readonly isNone?: boolean
  readonly hint?: string | undefined
  readonly sign: ReactNode
}

/** A property as a sign that a click edits; no component of its own, of which a list would have hundreds. */
function control({ field, value, isNone = false, hint = value, sign }: Control): ReactNode {
  return (
    <span role="gridcell" className={styles[field]}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.cellButton}
        data-edit={field}
        data-none={isNone || undefined}
        aria-label={textsView.cell(texts.groupField[field], value)}
        title={hint}
      >
        {sign}
      </button>
    </span>
  )
}
