import { type KeyboardEvent, useRef, useState } from 'react'
import { keyOf } from '../../../../platform/keys.ts'
import type { TableHistory } from '../../hooks/use-table-history.ts'
import { chooseCell, extendTo, type GridChoice, nextCell } from '../../model/rules/grid-choice.ts'
import { changedBy, type GridState, movedBy, sizeOf } from '../../model/rules/grid-keys.ts'
import { type CellPlace, textOf, writeCells } from '../../model/rules/grid-table.ts'

/** What a person does in the grid by keys and pointer. */
export type RuleGrid = ReturnType<typeof useRuleGrid>

type Around = {
  readonly isReadOnly: boolean
  /** The head of a column is to be opened. */
  readonly onColumn: (column: number) => void
}

/** The table with what is chosen in it, and what keys and pointer make of both. */
export function useRuleGrid(history: TableHistory, { isReadOnly, onColumn }: Around) {
  const { table } = history
  const [choice, setChoice] = useState<GridChoice>(() => chooseCell({ rule: 0, column: 0 }, sizeOf(table)))
  /** What was typed into the cell that is being changed; null: none is. */
  const [typed, setTyped] = useState<string | null>(null)
  const grid = useRef<HTMLDivElement>(null)
  const size = sizeOf(table)
  const state: GridState = { table, choice }
  const focusGrid = () => grid.current?.focus({ preventScroll: true })
  const goOn = (place: CellPlace | null) => {
    if (place !== null) setChoice(chooseCell(place, size))
  }
  const apply = (next: GridState) => {
    history.change(next.table)
    setChoice(next.choice)
  }
  const edit = (text: string | null) => {
    const { focus } = choice
    if (focus.rule < 0) return onColumn(focus.column)
    if (isReadOnly || size.rules === 0) return
    setChoice(chooseCell(focus, size))
    setTyped(text ?? textOf(table, focus))
  }
  const commit = (text: string, key: string) => {
    const { focus } = choice
    setTyped(null)
    if (text.trim() !== textOf(table, focus)) {
      history.change(writeCells(table, [{ ...focus, text: text.trim() }]))
    }
    if (key === 'blur') return
    focusGrid()
    if (key === 'Enter') goOn({ ...focus, rule: focus.rule + 1 })
    else if (key !== 'mod+Enter') goOn(nextCell(focus, key === 'Tab' ? 1 : -1, size))
  }
  const choose = (rule: number, column: number, isExtending: boolean) => {
    focusGrid()
    if (column >= 0) {
      const cell = { rule, column }
      return setChoice(isExtending ? extendTo(choice, cell, size) : chooseCell(cell, size))
    }
    const anchor = { rule: isExtending ? choice.anchor.rule : rule, column: 0 }
    setChoice({ anchor, focus: { rule, column: size.columns - 1 } })
  }
  const giveUp = () => {
    setTyped(null)
    focusGrid()
  }
  const keys = { state, history, isReadOnly, edit, apply, setChoice }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Escape') return grid.current?.blur()
    if (!takeKey(event, keys)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return { grid, state, typed, apply, choose, commit, edit, focusGrid, giveUp, onKeyDown: handleKeyDown }
}

type Keys = {
  readonly state: GridState
  readonly history: TableHistory
  readonly isReadOnly: boolean
  readonly edit: (text: string | null) => void
  readonly apply: (next: GridState) => void
  readonly setChoice: (choice: GridChoice) => void
}

/** Does what a key says; false: it is none of the grid's. */
function takeKey(event: KeyboardEvent, keys: Keys): boolean {
  const { state, setChoice, isReadOnly } = keys
  const key = keyOf(event) ?? ''
  const moved = key.endsWith('Tab') ? tabbed(key, state) : movedBy(key, state)
  if (moved !== null) {
    setChoice(moved)
    return true
  }
  return !isReadOnly && !key.endsWith('Tab') && changeByKey(event, { ...keys, key })
}

/** Null: the grid is left. */
function tabbed(key: string, { table, choice }: GridState): GridChoice | null {
  const size = sizeOf(table)
  const next = nextCell(choice.focus, key === 'Tab' ? 1 : -1, size)
  return next === null ? null : chooseCell(next, size)
}

function changeByKey(event: KeyboardEvent, keys: Keys & { readonly key: string }): boolean {
  const { key, state, history, edit, apply } = keys
  const own: Readonly<Record<string, () => void>> = {
    Enter: () => edit(null),
    F2: () => edit(null),
    Space: () => edit(null),
    'mod+z': () => history.undo?.(),
    'mod+y': () => history.redo?.(),
    'mod+shift+z': () => history.redo?.(),
  }
  const changed = own[key] === undefined ? changedBy(key, state) : null
  if (changed !== null) apply(changed)
  else if (own[key] !== undefined) own[key]()
  else if (isLetter(event) && state.choice.focus.rule >= 0) edit(event.key)
  else return false
  return true
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey
}
