import type { ElementCounts } from '@millrace/contract'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { StepRow } from '../../model/step-rows.ts'
import { OutlineRow } from './outline-row.tsx'
import styles from './steps.module.css'

type Props = {
  readonly label: string
  readonly rows: readonly StepRow[]
  readonly counts?: ReadonlyMap<string, ElementCounts>
  readonly chosenId?: string | null
  readonly onChoose?: (id: string) => void
  /** What Enter, or a click on how many are there, leads to. */
  readonly openOf?: (id: string) => (() => void) | undefined
  /** Keys other than those that lead through the list; true: it was one of them. */
  readonly onKey?: (event: KeyboardEvent, id: string) => boolean
}

/** The steps of a process as a list, which says the same as the picture. Arrow keys lead through it. */
export function StepsOutline({ label, rows, counts, chosenId = null, onChoose, openOf, onKey }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const [atId, setAtId] = useState<string | null>(null)
  const current = rows.find(({ id }) => id === (chosenId ?? atId)) ?? rows[0]
  const go = (place: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, place))]
    if (!row) return
    setAtId(row.id)
    onChoose?.(row.id)
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.id)}"]`)?.focus()
  }
  const handleKey = (event: KeyboardEvent) => {
    if (!current) return
    const at = rows.indexOf(current)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    const isHandled = onKey?.(event, current.id) === true
    if (!isHandled && event.key === 'Enter') openOf?.(current.id)?.()
    if (isHandled || (to !== undefined && !event.altKey)) event.preventDefault()
    if (!isHandled && to !== undefined && !event.altKey) go(to)
  }
  return (
    <div ref={list} role="tree" aria-label={label} className={styles.outline} onKeyDown={handleKey}>
      {rows.map((row) => (
        <OutlineRow
          key={row.id}
          row={row}
          counts={counts?.get(row.id)}
          isCurrent={row === current}
          onOpen={openOf?.(row.id)}
          isChosen={onChoose !== undefined && row.id === chosenId}
          onChoose={() => {
            setAtId(row.id)
            onChoose?.(row.id)
          }}
        />
      ))}
    </div>
  )
}
