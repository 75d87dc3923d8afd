import type { WorkItem } from '@millrace/core/work'
import { memo } from 'react'
import { KindGlyph, PersonAvatar, PriorityMark, StateShape } from '../../../../ui/index.ts'
import type { Lookup } from '../../model/lookup.ts'
import { texts } from '../../texts.ts'
import { textsView } from '../../texts-view.ts'
import { AgeMark } from '../marks/age-mark.tsx'
import { DueMark } from '../marks/due-mark.tsx'
import { LabelChip } from '../marks/label-chip.tsx'
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
  const home = lookup.containers.get(item.containerIds[0] ?? '')
  const state = lookup.types.get(item.typeId)?.workflow.states.find((each) => each.id === item.stateId)
  const responsible = item.responsibleId === null ? null : (lookup.people.get(item.responsibleId) ?? null)
  const showsHome = home?.id !== props.homeId
  const personName = (personId: string) => lookup.people.get(personId)?.name ?? textsView.somebody
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
        <span className={styles.kind}>{showsHome && home && <KindGlyph kind={home.kind} />}</span>
      </span>
      <span role="gridcell" className={styles.priority}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.cellButton}
          data-edit="priority"
          data-none={item.priority === 0 || undefined}
          aria-label={textsView.cell(texts.groupField.priority, texts.priority[item.priority] ?? '')}
        >
          <PriorityMark priority={item.priority} />
        </button>
      </span>
      <span role="gridcell" className={styles.key}>
        {item.key}
      </span>
      <span role="gridcell" className={styles.state}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.cellButton}
          data-edit="state"
          aria-label={textsView.cell(texts.groupField.state, state?.name ?? item.stateId)}
          title={state?.name}
        >
          <StateShape group={item.stateGroup} />
        </button>
      </span>
      <span role="gridcell" className={styles.title}>
        <span className={styles.titleText}>{item.title}</span>
        <ProgressMark done={item.childDoneCount} total={item.childCount} />
        <span className={styles.labels}>
          {item.labelIds.slice(0, 3).map((labelId) => {
            const label = lookup.labels.get(labelId)
            return label && <LabelChip key={labelId} name={label.name} colour={label.colour} />
          })}
        </span>
      </span>
      <span role="gridcell" className={styles.standing}>
        <StandingMark item={item} personName={personName} now={lookup.now} />
      </span>
      {showsHome && (
        <span role="gridcell" className={styles.home}>
          {home?.name}
        </span>
      )}
      {props.note !== null && (
        <span role="gridcell" className={styles.note}>
          <button type="button" tabIndex={-1} className={styles.noteButton} data-edit="why">
            {props.note}
          </button>
        </span>
      )}
      <span role="gridcell" className={styles.due}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.cellButton}
          data-edit="due"
          aria-label={textsView.cell(texts.groupField.due, item.dueOn ?? textsView.none)}
        >
          <DueMark item={item} today={lookup.today} />
        </button>
      </span>
      <span role="gridcell" className={styles.age}>
        <AgeMark item={item} now={lookup.now} />
      </span>
      <span role="gridcell" className={styles.person}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.cellButton}
          data-edit="responsible"
          aria-label={textsView.cell(texts.groupField.responsible, responsible?.name ?? texts.group.nobody)}
          title={responsible?.name ?? texts.group.nobody}
        >
          <PersonAvatar person={responsible} />
        </button>
      </span>
    </div>
  )
})
