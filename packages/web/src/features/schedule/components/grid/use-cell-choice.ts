import type { PlanRowView } from '@millrace/contract'
import { useMemo, useState } from 'react'
import { type Block, blockOf, type CellPlace, cellAfter } from '../../model/grid/cell-place.ts'
import type { GridColumn } from '../../model/grid/ground.ts'

/** A cell by the item it belongs to, so that it stays the same when lines come and go around it. */
type Held = CellPlace & { readonly itemId: string | null }

type Writing = {
  readonly initial: string
  /** What stands there is only until something else is written. */
  readonly isStopgap: boolean
}

/** The cell that is written in. */
export type EditedCell = CellPlace & Writing

type Asked = {
  /** The lines that are shown. */
  readonly rows: readonly PlanRowView[]
  readonly columns: readonly GridColumn[]
  /** With the empty line at the end, where items are made. */
  readonly lines: number
  readonly pageLines: () => number
}

/** Which cell keys act upon, from where a block is chosen, and which cell is written in. */
export function useCellChoice({ rows, columns, lines, pageLines }: Asked) {
  const [held, setHeld] = useState<Held | null>(null)
  const [anchor, setAnchor] = useState<Held | null>(null)
  const [edited, setEdited] = useState<(Held & Writing) | null>(null)
  const [hasWholeLines, setWholeLines] = useState(false)
  const lineOf = useMemo(() => new Map(rows.map(({ itemId }, line) => [itemId, line])), [rows])
  const placeOf = ({ itemId, line, column }: Held): CellPlace => ({
    // What has gone leaves the line to whatever stands there now.
    line: itemId === null ? lines - 1 : (lineOf.get(itemId) ?? Math.min(line, lines - 1)),
    column: columns.includes(column) ? column : 'title',
  })
  const hold = (place: CellPlace): Held => ({ ...place, itemId: rows[place.line]?.itemId ?? null })
  const active = held && placeOf(held)
  const from = anchor && placeOf(anchor)
  const whole = { line: 0, column: columns.at(-1) ?? 'title' }
  const block: Block | null =
    active &&
    from &&
    (hasWholeLines
      ? blockOf({ ...from, column: columns[0] ?? 'title' }, { ...whole, line: active.line }, columns)
      : blockOf(from, active, columns))
  const go = (place: CellPlace | null) => {
    setHeld(place && hold(place))
    setAnchor(place && hold(place))
    setWholeLines(false)
  }
  return {
    active,
    block,
    hasWholeLines,
    edited: edited && ({ ...edited, ...placeOf(edited) } satisfies EditedCell),
    lines,
    columns,
    go,
    extendTo: (place: CellPlace) => setHeld(hold(place)),
    /** Whole lines, from one to another. */
    chooseLines: (first: number, last: number) => {
      setAnchor(hold({ line: first, column: active?.column ?? 'title' }))
      setHeld(hold({ line: last, column: active?.column ?? 'title' }))
      setWholeLines(true)
    },
    chooseAll: () => {
      setAnchor(hold({ line: 0, column: columns[0] ?? 'title' }))
      setHeld(hold({ ...whole, line: Math.max(0, rows.length - 1) }))
      setWholeLines(true)
    },
    begin: (place: CellPlace, initial: string) => setEdited({ ...hold(place), initial, isStopgap: false }),
    /** Writes in the title of an item that is being made right now. */
    beginNew: (itemId: string, initial: string) => {
      const place = { itemId, line: active?.line ?? 0, column: 'title' } as const
      setHeld(place)
      setAnchor(place)
      setWholeLines(false)
      setEdited({ ...place, initial, isStopgap: true })
    },
    endEdit: () => setEdited(null),
    step: (key: string, isCtrl: boolean) =>
      active && cellAfter({ key, isCtrl }, active, { lines, columns, pageLines: pageLines() }),
  }
}

/** The cell that is active, those that are chosen, and the one that is written in. */
export type CellChoice = ReturnType<typeof useCellChoice>
