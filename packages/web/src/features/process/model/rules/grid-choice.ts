import type { CellPlace, RuleSpan } from './grid-table.ts'

/** What is chosen in a grid: a block of cells between two corners; `rule` -1 is the head of a column. */
export type GridChoice = { readonly anchor: CellPlace; readonly focus: CellPlace }

/** How many rules and columns there are. */
export type GridSize = { readonly rules: number; readonly columns: number }

/** One cell, as far as there is one. */
export function chooseCell({ rule, column }: CellPlace, size: GridSize): GridChoice {
  const place = {
    rule: Math.max(-1, Math.min(rule, size.rules - 1)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
  }
  return { anchor: place, focus: place }
}

/** The block from where it began to another cell. */
export function extendTo({ anchor }: GridChoice, to: CellPlace, size: GridSize): GridChoice {
  const { focus } = chooseCell({ ...to, rule: Math.max(0, to.rule) }, size)
  return { anchor: { ...anchor, rule: Math.max(0, anchor.rule) }, focus }
}

/** The rules of a block; those of a head are none. */
export function rulesIn({ anchor, focus }: GridChoice): RuleSpan {
  return { from: Math.min(anchor.rule, focus.rule), to: Math.max(anchor.rule, focus.rule) }
}

/** The columns of a block. */
export function columnsIn({ anchor, focus }: GridChoice): RuleSpan {
  return { from: Math.min(anchor.column, focus.column), to: Math.max(anchor.column, focus.column) }
}

/** Every cell of a block. */
export function cellsIn(choice: GridChoice): readonly CellPlace[] {
  const [rules, columns] = [rulesIn(choice), columnsIn(choice)]
  const cells: CellPlace[] = []
  for (let rule = Math.max(0, rules.from); rule <= rules.to; rule += 1) {
    for (let column = columns.from; column <= columns.to; column += 1) cells.push({ rule, column })
  }
  return cells
}

/** The next cell of a reading person; null: there is none, and the grid is left. */
export function nextCell({ rule, column }: CellPlace, by: 1 | -1, size: GridSize): CellPlace | null {
  const at = rule * size.columns + column + by
  if (at < 0 || at >= size.rules * size.columns) return null
  return { rule: Math.floor(at / size.columns), column: at % size.columns }
}
