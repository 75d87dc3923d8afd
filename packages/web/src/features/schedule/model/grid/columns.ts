import { GRID_COLUMNS, type GridColumn } from './ground.ts'

/** Which columns somebody wants to see, and how wide. */
export type ColumnChoice = {
  readonly shown: readonly GridColumn[]
  readonly widths: Readonly<Partial<Record<GridColumn, number>>>
}

const USUAL_WIDTHS: Readonly<Record<GridColumn, number>> = {
  ...{ wbs: 64, title: 280, duration: 80, effort: 80, start: 108, finish: 108, percent: 64, before: 130 },
  ...{ resources: 190, responsible: 140, constraint: 180, constraintDay: 116, deadline: 108 },
  ...{ calendar: 130, float: 76, cost: 100 },
}
const WIDTH_MIN = 48
const WIDTH_MAX = 900
/** Beside the title, which stays, others are to be seen on a telephone too. */
const NARROW_TITLE_PX = 168

/** What is shown until somebody chooses. */
export const USUAL_CHOICE: ColumnChoice = {
  shown: GRID_COLUMNS.filter((column) => !['constraint', 'constraintDay', 'calendar'].includes(column)),
  widths: {},
}

/** A choice that was kept; what is not understood of it is as usual. */
export function readChoice(kept: string | null): ColumnChoice {
  const value: unknown = parsed(kept)
  if (typeof value !== 'object' || value === null || !('shown' in value) || !Array.isArray(value.shown)) {
    return USUAL_CHOICE
  }
  const { shown } = value
  const widths =
    'widths' in value && typeof value.widths === 'object' ? Object.entries(value.widths ?? {}) : []
  return {
    shown: GRID_COLUMNS.filter((column) => column === 'title' || shown.includes(column)),
    widths: Object.fromEntries(
      widths.flatMap(([name, width]) =>
        typeof width === 'number' && GRID_COLUMNS.some((column) => column === name)
          ? [[name, within(width)]]
          : [],
      ),
    ),
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

/** A column that was not shown is, and the other way round. The title always is. */
export function withToggled({ shown, widths }: ColumnChoice, column: GridColumn): ColumnChoice {
  const isShown = shown.includes(column) && column !== 'title'
  return {
    shown: GRID_COLUMNS.filter((each) => (each === column ? !isShown : shown.includes(each))),
    widths,
  }
}

/** A column as wide as somebody wants it. */
export function withWidth(choice: ColumnChoice, column: GridColumn, width: number): ColumnChoice {
  return { ...choice, widths: { ...choice.widths, [column]: within(width) } }
}

function within(width: number): number {
  return Math.round(Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, width)))
}

/** A column in its place. */
export type PlacedColumn = { readonly column: GridColumn; readonly left: number; readonly width: number }

/** The shown columns side by side, from the start of the line. */
export function placeColumns({ shown, widths }: ColumnChoice, isNarrow: boolean): readonly PlacedColumn[] {
  let left = 0
  return shown.map((column) => {
    const wanted = widths[column] ?? USUAL_WIDTHS[column]
    const width = isNarrow && column === 'title' ? Math.min(wanted, NARROW_TITLE_PX) : wanted
    const placed = { column, left, width }
    left += width
    return placed
  })
}

/** The columns that are in sight, and the title, which always is. */
export function columnsInSight(
  placed: readonly PlacedColumn[],
  { from, to }: { readonly from: number; readonly to: number },
): ReadonlySet<GridColumn> {
  return new Set(
    placed
      .filter(({ column, left, width }) => column === 'title' || (left < to && left + width > from))
      .map(({ column }) => column),
  )
}
