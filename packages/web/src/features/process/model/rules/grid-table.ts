import type { EditedInput, EditedOutput, EditedRule, EditedTable } from '@millrace/formats/dmn'

/** What a column of a decision table is. */
export type ColumnKind = 'input' | 'output' | 'annotation'

/** A column as the grid shows it: inputs first, then outputs, then annotations. */
export type GridColumn = {
  readonly kind: ColumnKind
  /** Among those of its kind. */
  readonly index: number
  readonly title: string
  /** What an input asks for. */
  readonly expression: string
  readonly typeRef: string | null
  readonly allowedValues: string | null
}

/** A cell: rules from 0, columns from 0. */
export type CellPlace = { readonly rule: number; readonly column: number }
/** A cell with its new text. */
export type CellWrite = CellPlace & { readonly text: string }

const LISTS = { input: 'inputs', output: 'outputs', annotation: 'annotations' } as const

/** The columns of a table in the order in which people see them. */
export function columnsOf({ inputs, outputs, annotations }: EditedTable): readonly GridColumn[] {
  const plain = { expression: '', typeRef: null, allowedValues: null }
  return [
    ...inputs.map((input, index) => ({
      ...{ kind: 'input' as const, index, title: input.label ?? input.expression },
      ...{ expression: input.expression, typeRef: input.typeRef, allowedValues: input.allowedValues },
    })),
    ...outputs.map((output, index) => ({
      ...{ ...plain, kind: 'output' as const, index, title: output.label ?? output.name ?? '' },
      ...{ typeRef: output.typeRef, allowedValues: output.allowedValues },
    })),
    ...annotations.map(({ name }, index) => ({ ...plain, kind: 'annotation' as const, index, title: name })),
  ]
}

/** The text of a cell; one that is not there is empty. */
export function textOf(table: EditedTable, { rule, column }: CellPlace): string {
  const at = columnsOf(table)[column]
  return at === undefined ? '' : (table.rules[rule]?.[LISTS[at.kind]][at.index] ?? '')
}

/** The cells of a rule, one for each column. */
export function cellsOf(table: EditedTable, rule: EditedRule): readonly string[] {
  return columnsOf(table).map(({ kind, index }) => rule[LISTS[kind]][index] ?? '')
}

/** Writes cells; what lies outside of the table is left out. */
export function writeCells(table: EditedTable, writes: readonly CellWrite[]): EditedTable {
  const columns = columnsOf(table)
  const byRule = Map.groupBy(writes, ({ rule }) => rule)
  const rules = table.rules.map((rule, index) =>
    (byRule.get(index) ?? []).reduce((changed, { column, text }) => {
      const at = columns[column]
      return at === undefined ? changed : withCell(table, changed, { at, text })
    }, rule),
  )
  return { ...table, rules }
}

type CellOf = { readonly at: GridColumn; readonly text: string }

function withCell(table: EditedTable, rule: EditedRule, { at, text }: CellOf): EditedRule {
  const list = LISTS[at.kind]
  const texts = table[list].map((_column, index) => (index === at.index ? text : (rule[list][index] ?? '')))
  return { ...rule, [list]: texts }
}

/** A rule that says nothing yet: it matches everything. */
export function emptyRule({ inputs, outputs, annotations }: EditedTable): EditedRule {
  return {
    from: null,
    inputs: inputs.map(() => '-'),
    outputs: outputs.map(() => ''),
    annotations: annotations.map(() => ''),
  }
}

/** Puts rules into a table, before the one at a place. */
export function insertRules(table: EditedTable, at: number, rules: readonly EditedRule[]): EditedTable {
  return { ...table, rules: table.rules.toSpliced(at, 0, ...rules) }
}

/** The same rules once more, right below. */
export function repeatRules(table: EditedTable, { from, to }: RuleSpan): EditedTable {
  const copies = table.rules.slice(from, to + 1).map((rule) => ({ ...rule, from: null }))
  return insertRules(table, to + 1, copies)
}

/** Rules from one to another, both of them among those that are meant. */
export type RuleSpan = { readonly from: number; readonly to: number }

/** Takes rules out of a table. */
export function removeRules(table: EditedTable, { from, to }: RuleSpan): EditedTable {
  return { ...table, rules: table.rules.toSpliced(from, to - from + 1) }
}

/** Moves rules by one; at an end they stay. */
export function moveRules(table: EditedTable, { from, to }: RuleSpan, by: 1 | -1): EditedTable {
  if (from + by < 0 || to + by >= table.rules.length) return table
  const moved = table.rules.slice(from, to + 1)
  return { ...table, rules: table.rules.toSpliced(from, moved.length).toSpliced(from + by, 0, ...moved) }
}

const NEW_COLUMN = {
  input: { from: null, label: null, expression: '', typeRef: 'string', allowedValues: null },
  output: {
    ...{ from: null, name: null, label: null, typeRef: 'string' },
    ...{ allowedValues: null, defaultValue: null },
  },
  annotation: { from: null, name: '' },
} as const satisfies {
  readonly input: EditedInput
  readonly output: EditedOutput
  readonly annotation: EditedTable['annotations'][number]
}

/** What people say about a column. */
export type ColumnPatch = {
  readonly name?: string
  readonly expression?: string
  readonly typeRef?: string | null
  readonly allowedValues?: string | null
}

/** Puts a column into a table, with a cell in every rule. */
export function insertColumn(
  table: EditedTable,
  { kind, index }: Pick<GridColumn, 'kind' | 'index'>,
  patch: ColumnPatch = {},
): EditedTable {
  const list = LISTS[kind]
  const cell = kind === 'input' ? '-' : ''
  const rules = table.rules.map((rule) => ({
    ...rule,
    [list]: table[list].map((_column, at) => rule[list][at] ?? '').toSpliced(index, 0, cell),
  }))
  // A list of columns of its own kind takes one more of them.
  const columns = (table[list] as readonly object[]).toSpliced(index, 0, NEW_COLUMN[kind])
  return changeColumn({ ...table, [list]: columns, rules }, { kind, index }, patch)
}

/** Takes a column out of a table; the last output stays. */
export function removeColumn(
  table: EditedTable,
  { kind, index }: Pick<GridColumn, 'kind' | 'index'>,
): EditedTable {
  const list = LISTS[kind]
  if (kind === 'output' && table.outputs.length === 1) return table
  const rules = table.rules.map((rule) => ({ ...rule, [list]: rule[list].toSpliced(index, 1) }))
  return { ...table, [list]: table[list].toSpliced(index, 1), rules }
}

/** Moves a column by one among those of its kind. */
export function moveColumn(
  table: EditedTable,
  { kind, index }: Pick<GridColumn, 'kind' | 'index'>,
  by: 1 | -1,
): EditedTable {
  const list = LISTS[kind]
  const to = index + by
  if (to < 0 || to >= table[list].length) return table
  const moved = <Item>(items: readonly Item[]): readonly Item[] =>
    items.toSpliced(index, 1).toSpliced(to, 0, ...items.slice(index, index + 1))
  const padded = (rule: EditedRule) => table[list].map((_column, at) => rule[list][at] ?? '')
  const rules = table.rules.map((rule) => ({ ...rule, [list]: moved(padded(rule)) }))
  // The columns of one kind, in another order.
  return { ...table, [list]: moved(table[list] as readonly object[]), rules }
}

/** Changes what a column says. An output keeps the name it is known by when it gets a label of its own. */
export function changeColumn(
  table: EditedTable,
  { kind, index }: Pick<GridColumn, 'kind' | 'index'>,
  { name, ...patch }: ColumnPatch,
): EditedTable {
  const { expression, ...plain } = patch
  const change = <Column extends object>(columns: readonly Column[], more: object): readonly Column[] =>
    columns.map((column, at) => (at === index ? { ...column, ...more } : column))
  if (kind === 'annotation') {
    return { ...table, annotations: change(table.annotations, name === undefined ? {} : { name }) }
  }
  if (kind === 'input') {
    const said = { ...plain, ...(expression === undefined ? {} : { expression }) }
    const label = name === undefined ? {} : { label: name === '' ? null : name }
    return { ...table, inputs: change(table.inputs, { ...said, ...label }) }
  }
  const named = name === undefined ? {} : { name: name === '' ? null : name, label: null }
  return { ...table, outputs: change(table.outputs, { ...plain, ...named }) }
}

/** Where a pasted block begins, and its cells. */
export type Pasted = { readonly at: CellPlace; readonly rows: readonly (readonly string[])[] }

/** Writes a block of cells; rules that are missing below are added, columns that are missing are not. */
export function pasteCells(table: EditedTable, { at, rows }: Pasted): EditedTable {
  const missing = at.rule + rows.length - table.rules.length
  const added = Array.from({ length: Math.max(0, missing) }, () => emptyRule(table))
  return writeCells(
    insertRules(table, table.rules.length, added),
    rows.flatMap((cells, down) =>
      cells.map((text, right) => ({ rule: at.rule + down, column: at.column + right, text: text.trim() })),
    ),
  )
}
