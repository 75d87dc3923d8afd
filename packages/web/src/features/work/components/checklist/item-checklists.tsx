import type { WorkItem } from '@millrace/core/work'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { callOf } from '../../../../platform/store/index.ts'
import { addForecasts } from '../../../../platform/store/predict.ts'
import { checklistForecasts } from '../../../../platform/store/predict-checklist.ts'
import { Skeleton } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import { useChecklists } from '../../hooks/use-checklists.ts'
import { useLineDrop } from '../../hooks/use-line-drag.ts'
import { moveLine } from '../../model/checklist-calls.ts'
import { doneCount, ranksAtEnd } from '../../model/checklist-lines.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsChecklist } from '../../texts-checklist.ts'
import styles from './checklist.module.css'
import { Checklist } from './checklist.tsx'
import { type Editing, LineEditor } from './line-editor.tsx'

addForecasts(checklistForecasts)

type Props = {
  readonly item: WorkItem
  readonly lookup: Lookup
  readonly canWrite: boolean
  readonly isLoaded: boolean
}

/** The checklists of an item: small steps that need no item of their own. */
export function ItemChecklists({ item, lookup, canWrite, isLoaded }: Props) {
  const apply = useApplyCalls()
  const section = useRef<HTMLElement>(null)
  const lists = useChecklists(item.id)
  const [addingTo, setAddingTo] = useState<string | null>(null)
  const [editor, setEditor] = useState<Editing | null>(null)
  const lines = lists.flatMap((shown) => shown.lines)
  const done = doneCount(lines)
  const edited = lines.find(({ id }) => id === editor?.lineId)
  useLineDrop(item.id, (lineId, place) => {
    const line = lines.find(({ id }) => id === lineId)
    if (line) apply(moveLine(lists, line, place))
  })
  const begin = () => {
    const id = newId()
    const names = new Set(lists.map(({ list }) => list.name))
    const [rank = ''] = ranksAtEnd(
      lists.map(({ list }) => list),
      1,
      Date.now(),
    )
    apply([callOf('work.addChecklist', { id, itemId: item.id, name: freeName(names), rank })])
    setAddingTo(id)
  }
  if (lists.length === 0 && !canWrite) return null
  return (
    <section ref={section} className={styles.section} aria-label={textsChecklist.title}>
      <header className={styles.sectionHead}>
        <h3>{textsChecklist.title}</h3>
        {lines.length > 0 && (
          <span className={styles.count}>{textsChecklist.progress(done, lines.length)}</span>
        )}
        {canWrite && (
          <button
            type="button"
            className="plain-button"
            aria-label={textsChecklist.add}
            title={textsChecklist.add}
            onClick={begin}
          >
            <Plus size={14} aria-hidden />
          </button>
        )}
      </header>
      {!isLoaded && item.lineCount > lines.length && <Skeleton rows={Math.min(item.lineCount, 5)} />}
      {item.stateGroup === 'done' && done < lines.length && (
        <p className={styles.hint}>{textsChecklist.openAtEnd(lines.length - done)}</p>
      )}
      {lists.map((shown) => (
        <Checklist
          key={shown.list.id}
          item={item}
          shown={shown}
          lists={lists}
          lookup={lookup}
          canWrite={canWrite}
          isAdding={addingTo === shown.list.id}
          onAdding={(isAdding) => setAddingTo(isAdding ? shown.list.id : null)}
          onChoose={setEditor}
          onFocus={(lineId) => focusLine(section.current, lineId)}
        />
      ))}
      {edited && editor && (
        <LineEditor
          line={edited}
          field={editor.field}
          rect={editor.rect}
          lookup={lookup}
          onDone={() => setEditor(null)}
        />
      )}
    </section>
  )
}

function freeName(taken: ReadonlySet<string>): string {
  if (!taken.has(textsChecklist.usualName)) return textsChecklist.usualName
  let number = 2
  while (taken.has(textsChecklist.numberedName(number))) number += 1
  return textsChecklist.numberedName(number)
}

/**
 * At once, so that the next key finds its line however fast it comes; and again where the line was
 * moved meanwhile, which takes the focus from it.
 */
function focusLine(section: HTMLElement | null, lineId: string): void {
  const focus = () =>
    section?.querySelector<HTMLElement>(`[data-line="${CSS.escape(lineId)}"] [data-line-focus]`)?.focus()
  const focusIfLost = () => {
    if (document.activeElement === document.body) focus()
  }
  focus()
  queueMicrotask(focusIfLost)
  requestAnimationFrame(focusIfLost)
}
