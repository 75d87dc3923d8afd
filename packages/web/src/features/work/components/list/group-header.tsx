import { ChevronRight, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatCount, PersonAvatar, PriorityMark, StateShape } from '../../../../ui/index.ts'
import { useGroupCount } from '../../hooks/use-whole-counts.ts'
import type { GroupField } from '../../model/group-field.ts'
import type { WorkGroup } from '../../model/grouping.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsView } from '../../texts-view.ts'
import styles from './item-list.module.css'

type Props = {
  readonly group: WorkGroup
  readonly field: GroupField
  readonly lookup: Lookup
  readonly isFolded: boolean
  readonly canCreate: boolean
  readonly note?: ReactNode
  readonly rowIndex?: number
  readonly top?: number
}

/** The line above a group: its sign, its name, how many are in it, and the way to add one. */
export function GroupHeader(props: Props) {
  const { group, field, lookup, isFolded, canCreate, rowIndex, top } = props
  return (
    <div
      role="row"
      className={styles.groupHeader}
      aria-rowindex={rowIndex}
      style={top === undefined ? undefined : { transform: `translateY(${String(top)}px)` }}
    >
      <span role="gridcell">
        <GroupFold group={group} field={field} lookup={lookup} isFolded={isFolded} foldKey={group.key} />
      </span>
      {props.note !== undefined && (
        <span role="gridcell" className={styles.headerNote}>
          {props.note}
        </span>
      )}
      {canCreate && (
        <span role="gridcell" className={styles.headerAdd}>
          <button
            type="button"
            tabIndex={-1}
            className="plain-button"
            data-create-in={group.key}
            aria-label={textsView.addTo(group.label)}
          >
            <Plus size={14} strokeWidth={1.75} aria-hidden />
          </button>
        </span>
      )}
    </div>
  )
}

type FoldProps = Pick<Props, 'group' | 'field' | 'lookup' | 'isFolded'> & {
  /** Under which name it is folded. */
  readonly foldKey: string
}

/** A group's sign, name and count, which fold it and open it again. */
export function GroupFold({ group, field, lookup, isFolded, foldKey }: FoldProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.fold}
      data-fold-group={foldKey}
      aria-expanded={!isFolded}
    >
      <ChevronRight size={12} strokeWidth={2} aria-hidden data-fold />
      <GroupSign group={group} field={field} lookup={lookup} />
      {group.label}
      <GroupCount group={group} field={field} />
    </button>
  )
}

type CountProps = { readonly group: WorkGroup; readonly field: GroupField }

/** How many items are in a group; with a limit on work in progress as count of limit. */
export function GroupCount({ group, field }: CountProps) {
  const { wipLimit } = group
  const count = useGroupCount(field, group)
  if (wipLimit === null) return <span className={styles.count}>{formatCount(count)}</span>
  const isOver = count > wipLimit
  return (
    <span
      className={styles.count}
      data-over={isOver || undefined}
      title={textsView.wipLimit(count, wipLimit)}
    >
      {count} / {wipLimit}
      {isOver && ` ${textsView.overLimit}`}
    </span>
  )
}

type SignProps = { readonly group: WorkGroup; readonly field: GroupField; readonly lookup: Lookup }

/** The sign of a group's value: state shape, person, priority. */
export function GroupSign({ group, field, lookup }: SignProps) {
  if (group.stateGroup !== null) return <StateShape group={group.stateGroup} />
  if (field === 'responsible') return <PersonAvatar person={lookup.people.get(group.key) ?? null} size={18} />
  if (field !== 'priority') return null
  const priority = ([0, 1, 2, 3, 4] as const).find((known) => String(known) === group.key)
  return <PriorityMark priority={priority ?? 0} />
}
