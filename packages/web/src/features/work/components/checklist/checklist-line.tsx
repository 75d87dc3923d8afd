import type { ChecklistLine as Line } from '@millrace/core/work'
import { CalendarDays, CornerDownRight, GripVertical, UserRound, X } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { callOf, useItem, usePending } from '../../../../platform/store/index.ts'
import { formatInstant, PersonAvatar } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import { useLineDrag } from '../../hooks/use-line-drag.ts'
import { dueOf } from '../../model/due.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsChecklist } from '../../texts-checklist.ts'
import { EditableText } from '../item/editable-text.tsx'
import { DueMark } from '../marks/due-mark.tsx'
import styles from './checklist.module.css'
import type { LineField } from './line-editor.tsx'
import { LineItem } from './line-item.tsx'

type Props = {
  readonly line: Line
  readonly lookup: Lookup
  readonly canWrite: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onChoose: (field: LineField, rect: DOMRect) => void
  readonly onRemove: () => void
}

/** One line: the tick, the text where it is rewritten, who and until when, and what else can be done. */
export function ChecklistLine({ line, lookup, canWrite, onKeyDown, onChoose, onRemove }: Props) {
  const apply = useApplyCalls()
  const row = useRef<HTMLLIElement>(null)
  const grip = useRef<HTMLSpanElement>(null)
  const drag = useLineDrag(row, grip, { lineId: line.id, checklistId: line.checklistId, itemId: line.itemId })
  const mark = usePending(line.id)
  const subItem = useItem(line.subItemId)
  const [isEditing, setEditing] = useState(false)
  const isDone = subItem ? subItem.stateGroup === 'done' : line.doneAt !== null
  const isPlain = line.subItemId === null
  return (
    <li
      ref={row}
      className={styles.line}
      data-line={line.id}
      data-done={isDone || undefined}
      data-drag={drag}
      onKeyDown={isEditing ? undefined : onKeyDown}
    >
      <span ref={grip} className={styles.grip} data-on={canWrite || undefined} title={textsChecklist.drag}>
        <GripVertical size={12} aria-hidden />
      </span>
      {isPlain ? (
        <input
          type="checkbox"
          className={styles.tick}
          data-line-focus
          checked={isDone}
          aria-label={line.text}
          title={isDone ? tickedInWords(line, lookup) : textsChecklist.keys}
          disabled={!canWrite}
          onChange={(event) => {
            apply([callOf('work.tickChecklistLine', { id: line.id, isDone: event.currentTarget.checked })])
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !canWrite) return
            event.preventDefault()
            setEditing(true)
          }}
        />
      ) : (
        <LineItem line={line} subItem={subItem} />
      )}
      {isPlain && isEditing && (
        <EditableText
          label={textsChecklist.editLine}
          className={styles.editing}
          value={line.text}
          hasFocus
          onLeave={() => {
            setEditing(false)
            requestAnimationFrame(() => focusBack(row.current))
          }}
          onSave={(text, before) =>
            apply([
              callOf('work.changeChecklistLine', { id: line.id, patch: { text }, seen: { text: before } }),
            ])
          }
        />
      )}
      {isPlain && !isEditing && (
        <span className={styles.text} onClick={canWrite ? () => setEditing(true) : undefined}>
          {line.text}
        </span>
      )}
      {isPlain && !isEditing && (
        <LineFacts line={line} isDone={isDone} lookup={lookup} canWrite={canWrite} onChoose={onChoose} />
      )}
      {canWrite && !isEditing && (
        <span className={styles.actions}>
          {isPlain && !isDone && (
            <button
              type="button"
              className={styles.action}
              aria-label={`${textsChecklist.convert}: ${line.text}`}
              title={textsChecklist.convert}
              onClick={() =>
                apply(
                  [callOf('work.convertChecklistLine', { id: line.id, itemId: newId() })],
                  textsChecklist.did.convert(line.text),
                )
              }
            >
              <CornerDownRight size={14} aria-hidden />
            </button>
          )}
          <button
            type="button"
            className={styles.action}
            aria-label={`${textsChecklist.removeLine}: ${line.text}`}
            title={textsChecklist.removeLine}
            onClick={onRemove}
          >
            <X size={14} aria-hidden />
          </button>
        </span>
      )}
      {mark.problem && (
        <span className={styles.problem} role="alert">
          {mark.problem.sentence} {mark.problem.remedy}
        </span>
      )}
    </li>
  )
}

type FactsProps = Pick<Props, 'line' | 'lookup' | 'canWrite' | 'onChoose'> & { readonly isDone: boolean }

/** Until when, and who: what is not set shows only where somebody looks. */
function LineFacts({ line, isDone, lookup, canWrite, onChoose }: FactsProps) {
  const dated = { startsOn: null, dueOn: line.dueOn, stateGroup: isDone ? 'done' : 'ready' } as const
  const person = line.responsibleId === null ? null : (lookup.people.get(line.responsibleId) ?? null)
  const dueWords = dueOf(dated, lookup.today)?.words ?? textsChecklist.none
  const name = person?.name ?? textsChecklist.nobody
  const choose = (field: LineField) => (event: { readonly currentTarget: HTMLElement }) =>
    onChoose(field, event.currentTarget.getBoundingClientRect())
  return (
    <span className={styles.facts}>
      <button
        type="button"
        className={styles.fact}
        data-none={line.dueOn === null || undefined}
        disabled={!canWrite}
        aria-label={`${textsChecklist.due(dueWords)}, ${line.text}`}
        title={textsChecklist.due(dueWords)}
        onClick={choose('due')}
      >
        {line.dueOn === null ? (
          <CalendarDays size={14} aria-hidden />
        ) : (
          <DueMark item={dated} today={lookup.today} />
        )}
      </button>
      <button
        type="button"
        className={styles.fact}
        data-none={person === null || undefined}
        disabled={!canWrite}
        aria-label={`${textsChecklist.person(name)}, ${line.text}`}
        title={textsChecklist.person(name)}
        onClick={choose('person')}
      >
        {person ? <PersonAvatar person={person} size={18} /> : <UserRound size={14} aria-hidden />}
      </button>
    </span>
  )
}

function tickedInWords(line: Line, lookup: Lookup): string {
  const when = formatInstant(line.doneAt ?? 0)
  if (line.doneBy === null) return textsChecklist.doneAt(when)
  return textsChecklist.doneBy(lookup.people.get(line.doneBy)?.name ?? textsChecklist.somebody, when)
}

/** The keys go on from the line that was rewritten, unless the person has gone elsewhere. */
function focusBack(row: HTMLElement | null): void {
  if (document.activeElement !== document.body) return
  row?.querySelector<HTMLElement>('[data-line-focus]')?.focus({ preventScroll: true })
}
