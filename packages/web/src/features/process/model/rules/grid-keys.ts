import type { EditedTable } from '@millrace/formats/dmn'
import {
  cellsIn,
  chooseCell,
  columnsIn,
  extendTo,
  type GridChoice,
  type GridSize,
  rulesIn,
} from './grid-choice.ts'
import {
  type CellPlace,
  columnsOf,
  emptyRule,
  insertRules,
  moveColumn,
  moveRules,
  removeRules,
  repeatRules,
  textOf,
  writeCells,
} from './grid-table.ts'

/** A table and what is chosen in it. */
export type GridState = { readonly table: EditedTable; readonly choice: GridChoice }

const PAGE = 12

type Step = (place: CellPlace, size: GridSize) => CellPlace

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: ({ rule, column }) => ({ rule: rule - 1, column }),
  ArrowDown: ({ rule, column }) => ({ rule: rule + 1, column }),
  ArrowLeft: ({ rule, column }) => ({ rule, column: column - 1 }),
  ArrowRight: ({ rule, column }) => ({ rule, column: column + 1 }),
  PageUp: ({ rule, column }) => ({ rule: Math.max(0, rule - PAGE), column }),
  PageDown: ({ rule, column }) => ({ rule: rule + PAGE, column }),
  Home: ({ rule }) => ({ rule, column: 0 }),
  End: ({ rule }, { columns }) => ({ rule, column: columns - 1 }),
  'mod+Home': () => ({ rule: 0, column: 0 }),
  'mod+End': ({ rule: _rule }, { rules, columns }) => ({ rule: rules - 1, column: columns - 1 }),
  'mod+ArrowUp': ({ column }) => ({ rule: 0, column }),
  'mod+ArrowDown': ({ column }, { rules }) => ({ rule: rules - 1, column }),
}

/** How many rules and columns a table has. */
export function sizeOf(table: EditedTable): GridSize {
  return { rules: table.rules.length, columns: columnsOf(table).length }
}

/** Where a key leads; null: it leads nowhere. */
export function movedBy(key: string, { table, choice }: GridState): GridChoice | null {
  const size = sizeOf(table)
  const isExtending = key.includes('shift+')
  const step = STEPS[key.replace('shift+', '')]
  if (step === undefined) return null
  const to = step(choice.focus, size)
  return isExtending ? extendTo(choice, to, size) : chooseCell(to, size)
}

type Change = (state: GridState) => GridState

const CHANGES: Readonly<Record<string, Change>> = {
  Delete: clearCells,
  Backspace: clearCells,
  'mod+d': fillDown,
  'mod+a': ({ table, choice }) => {
    const { rules, columns } = sizeOf(table)
    const focus = { rule: rules - 1, column: columns - 1 }
    return { table, choice: rules === 0 ? choice : { anchor: { rule: 0, column: 0 }, focus } }
  },
  'mod+Enter': addBelow,
  'mod+shift+Enter': addAbove,
  'mod+Delete': removeChosen,
  'mod+Backspace': removeChosen,
  'alt+ArrowUp': (state) => shiftRules(state, -1),
  'alt+ArrowDown': (state) => shiftRules(state, 1),
  'alt+ArrowLeft': (state) => shiftColumn(state, -1),
  'alt+ArrowRight': (state) => shiftColumn(state, 1),
  'alt+d': repeatChosen,
}

/** What a key makes of a table; null: it changes nothing. */
export function changedBy(key: string, state: GridState): GridState | null {
  return CHANGES[key]?.(state) ?? null
}

function clearCells({ table, choice }: GridState): GridState {
  const columns = columnsOf(table)
  const writes = cellsIn(choice).map((place) => ({
    ...place,
    text: columns[place.column]?.kind === 'input' ? '-' : '',
  }))
  return { table: writeCells(table, writes), choice }
}

/** The cells below the first rule of a block say what it says; of a single cell, what the one above says. */
function fillDown({ table, choice }: GridState): GridState {
  const { from, to } = rulesIn(choice)
  const source = from === to ? from - 1 : from
  if (source < 0) return { table, choice }
  const writes = cellsIn(choice)
    .filter(({ rule }) => rule > source)
    .map((place) => ({ ...place, text: textOf(table, { ...place, rule: source }) }))
  return { table: writeCells(table, writes), choice }
}

/** Adds a rule below what is chosen, or the first one. */
export function addBelow({ table, choice }: GridState): GridState {
  return added(table, choice, rulesIn(choice).to + 1)
}

/** Adds a rule above what is chosen. */
export function addAbove({ table, choice }: GridState): GridState {
  return added(table, choice, Math.max(0, rulesIn(choice).from))
}

function added(table: EditedTable, { focus }: GridChoice, rule: number): GridState {
  const next = insertRules(table, rule, [emptyRule(table)])
  return { table: next, choice: chooseCell({ rule, column: focus.column }, sizeOf(next)) }
}

/** Takes the chosen rules out. */
export function removeChosen({ table, choice }: GridState): GridState {
  const span = rulesIn(choice)
  if (span.from < 0) return { table, choice }
  const next = removeRules(table, span)
  return { table: next, choice: chooseCell({ ...choice.focus, rule: span.from }, sizeOf(next)) }
}

/** Puts the chosen rules once more below. */
export function repeatChosen({ table, choice }: GridState): GridState {
  const span = rulesIn(choice)
  if (span.from < 0) return { table, choice }
  const count = span.to - span.from + 1
  return { table: repeatRules(table, span), choice: shifted(choice, count) }
}

/** Moves the chosen rules by one. */
export function shiftRules({ table, choice }: GridState, by: 1 | -1): GridState {
  const span = rulesIn(choice)
  if (span.from < 0) return { table, choice }
  const next = moveRules(table, span, by)
  return { table: next, choice: next === table ? choice : shifted(choice, by) }
}

function shifted({ anchor, focus }: GridChoice, by: number): GridChoice {
  return { anchor: { ...anchor, rule: anchor.rule + by }, focus: { ...focus, rule: focus.rule + by } }
}

/** Moves the chosen column by one among those of its kind. */
export function shiftColumn({ table, choice }: GridState, by: 1 | -1): GridState {
  const { from, to } = columnsIn(choice)
  const column = columnsOf(table)[from]
  if (from !== to || column === undefined) return { table, choice }
  const next = moveColumn(table, column, by)
  if (next === table) return { table, choice }
  const move = (place: CellPlace) => ({ ...place, column: place.column + by })
  return { table: next, choice: { anchor: move(choice.anchor), focus: move(choice.focus) } }
}
