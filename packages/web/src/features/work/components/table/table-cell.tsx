import type { WorkItem } from '@millrace/core/work'
import type { ReactNode } from 'react'
import { KindGlyph, PersonAvatar, PriorityMark, StateShape } from '../../../../ui/index.ts'
import type { Column } from '../../model/columns/column.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsView } from '../../texts-view.ts'
import { ConfidentialMark } from '../marks/confidential-mark.tsx'
import { DueMark } from '../marks/due-mark.tsx'
import { LabelChip } from '../marks/label-chip.tsx'
import { LinesMark } from '../marks/lines-mark.tsx'
import { ProgressMark } from '../marks/progress-mark.tsx'
import { StandingMark } from '../marks/standing-mark.tsx'
import styles from './item-table.module.css'

type Show = (item: WorkItem, lookup: Lookup) => ReactNode

/** Columns that show a sign beside or instead of their text. All others show the text. */
const SHOWN: Readonly<Record<string, Show>> = {
  key: (item, lookup) => {
    const home = lookup.containers.get(item.containerIds[0] ?? '')
    return (
      <button type="button" tabIndex={-1} className={styles.keyButton} data-edit="peek">
        {home && <KindGlyph kind={home.kind} size={13} />}
        {item.key}
      </button>
    )
  },
  due: (item, lookup) => <DueMark item={item} today={lookup.today} />,
  labels: (item, lookup) =>
    item.labelIds.map((id) => {
      const label = lookup.labels.get(id)
      return label && <LabelChip key={id} name={label.name} colour={label.colour} />
    }),
  standing: (item, lookup) => (
    <StandingMark
      item={item}
      personName={(id) => lookup.people.get(id)?.name ?? textsView.somebody}
      now={lookup.now}
    />
  ),
  progress: (item) => <ProgressMark done={item.childDoneCount} total={item.childCount} />,
  lines: (item) => <LinesMark done={item.lineDoneCount} total={item.lineCount} />,
}

const SIGNS: Readonly<Record<string, Show>> = {
  title: (item) => <ConfidentialMark item={item} />,
  state: (item) => <StateShape group={item.stateGroup} />,
  priority: (item) => item.priority > 0 && <PriorityMark priority={item.priority} />,
  responsible: (item, lookup) => avatar(item.responsibleId, lookup),
  accountable: (item, lookup) => avatar(item.accountableId, lookup),
  requester: (item, lookup) => avatar(item.requesterId, lookup),
}

function avatar(id: string | null, lookup: Lookup): ReactNode {
  const person = id === null ? undefined : lookup.people.get(id)
  return person && <PersonAvatar person={person} size={18} />
}

type Props = { readonly column: Column; readonly item: WorkItem; readonly lookup: Lookup }

/** What stands in a cell while nobody edits it. */
export function TableCell({ column, item, lookup }: Props) {
  const show = SHOWN[column.id]
  if (show) return show(item, lookup)
  const text = column.text(item, lookup)
  const why = column.hint ?? column.lock
  return (
    <>
      {SIGNS[column.id]?.(item, lookup)}
      <span className={styles.clip} title={why === undefined ? text : `${text}\n${why}`}>
        {text}
      </span>
    </>
  )
}
