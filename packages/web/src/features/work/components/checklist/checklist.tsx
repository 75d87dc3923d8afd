import type { ChecklistLine as Line, WorkItem } from '@millrace/core/work'
import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { callOf } from '../../../../platform/store/index.ts'
import { Progress } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import { useListDrop } from '../../hooks/use-line-drag.ts'
import { moveLine } from '../../model/checklist-calls.ts'
import {
  doneCount,
  type LinePlace,
  placeBeyond,
  ranksAtEnd,
  type ShownList,
} from '../../model/checklist-lines.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsChecklist } from '../../texts-checklist.ts'
import { EditableText } from '../item/editable-text.tsx'
import { NewItemInput } from '../list/new-item-row.tsx'
import styles from './checklist.module.css'
import { ChecklistLine } from './checklist-line.tsx'
import type { Editing } from './line-editor.tsx'

type Props = {
  readonly item: WorkItem
  readonly shown: ShownList
  /** All lists of the item: lines move between them. */
  readonly lists: readonly ShownList[]
  readonly lookup: Lookup
  readonly canWrite: boolean
  readonly isAdding: boolean
  readonly onAdding: (isAdding: boolean) => void
  readonly onChoose: (editing: Editing) => void
  readonly onFocus: (lineId: string) => void
}

/** One checklist: its name, how far it is, its lines, and the place to write the next one. */
export function Checklist(props: Props) {
  const { item, shown, lists, lookup, canWrite, isAdding, onAdding, onFocus } = props
  const { list, lines } = shown
  const apply = useApplyCalls()
  const element = useRef<HTMLDivElement>(null)
  useListDrop(element, { checklistId: list.id, itemId: item.id })
  const done = doneCount(lines)
  const add = (texts: readonly string[]) => {
    const ranks = ranksAtEnd(lines, texts.length, Date.now())
    const calls = texts.map((text, index) =>
      callOf('work.addChecklistLine', { id: newId(), checklistId: list.id, text, rank: ranks[index] }),
    )
    apply(calls, texts.length > 1 ? textsChecklist.did.add(texts.length) : undefined)
  }
  const move = (line: Line, place: LinePlace | null) => {
    if (!place) return
    apply(moveLine(lists, line, place))
    onFocus(line.id)
  }
  const remove = (line: Line) => {
    const at = lines.indexOf(line)
    const next = lines[at + 1] ?? lines[at - 1]
    apply([callOf('work.removeChecklistLine', { id: line.id })], textsChecklist.did.removeLine(line.text))
    if (next) onFocus(next.id)
  }
  const handleKeys = (event: KeyboardEvent, line: Line) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by !== 0 && event.altKey && canWrite) move(line, placeBeyond(lists, line, by))
    else if (by !== 0) {
      const all = lists.flatMap((each) => each.lines)
      const next = all[all.indexOf(line) + by]
      if (next) onFocus(next.id)
    } else if (event.key === 'Delete' && canWrite) remove(line)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={element} className={styles.checklist} role="group" aria-label={list.name}>
      <div className={styles.head}>
        <EditableText
          label={textsChecklist.name}
          className={styles.name}
          value={list.name}
          isReadOnly={!canWrite}
          onSave={(name) => apply([callOf('work.changeChecklist', { id: list.id, patch: { name } })])}
        />
        {lines.length > 0 && (
          <span className={styles.count}>{textsChecklist.progress(done, lines.length)}</span>
        )}
        {canWrite && (
          <button
            type="button"
            className={styles.action}
            aria-label={textsChecklist.removeList(list.name)}
            title={textsChecklist.removeList(list.name)}
            onClick={() =>
              apply(
                [callOf('work.removeChecklist', { id: list.id })],
                textsChecklist.did.removeList(list.name),
              )
            }
          >
            <X size={14} aria-hidden />
          </button>
        )}
      </div>
      {lines.length > 0 && (
        <Progress
          value={(done / lines.length) * 100}
          size={3}
          aria-label={textsChecklist.linesDone(done, lines.length)}
        />
      )}
      <ul className={styles.lines} aria-label={list.name}>
        {lines.map((line) => (
          <ChecklistLine
            key={line.id}
            line={line}
            lookup={lookup}
            canWrite={canWrite}
            onKeyDown={(event) => handleKeys(event, line)}
            onChoose={(field, rect) => props.onChoose({ lineId: line.id, field, rect })}
            onRemove={() => remove(line)}
          />
        ))}
      </ul>
      {lines.length === 0 && <p className={styles.hint}>{textsChecklist.empty}</p>}
      {canWrite && isAdding && (
        <div className={styles.adding}>
          <NewItemInput
            label={textsChecklist.addLineTo(list.name)}
            placeholder={textsChecklist.lineHint}
            onClose={() => onAdding(false)}
            onCreate={add}
          />
        </div>
      )}
      {canWrite && !isAdding && (
        <button type="button" className={styles.add} onClick={() => onAdding(true)}>
          <Plus size={14} strokeWidth={1.75} aria-hidden />
          {textsChecklist.addLine}
        </button>
      )}
    </div>
  )
}
