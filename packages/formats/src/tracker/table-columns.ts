import type { CsvRow } from '../csv/index.ts'

/** The columns of a table by name in small letters; one name may stand over many. */
export type TableColumns = {
  readonly has: (name: string) => boolean
  /** All names, also as they are written, each once. */
  readonly names: readonly { readonly name: string; readonly written: string }[]
  /** The first cell of that name with something in it, or nothing. */
  readonly first: (name: string, row: CsvRow) => string
  readonly all: (name: string, row: CsvRow) => readonly string[]
  /** Names with a beginning, and what stands in the brackets behind it as it is written. */
  readonly within: (beginning: string) => readonly { readonly name: string; readonly inside: string }[]
}

/** Sorts the cells of a header row. */
export function sortColumns(header: readonly string[]): TableColumns {
  const places = Map.groupBy(
    header.map((cell, index) => ({ written: cell.trim(), index })),
    ({ written }) => written.toLowerCase(),
  )
  const all = (name: string, { cells }: CsvRow) =>
    (places.get(name) ?? []).map(({ index }) => (cells[index] ?? '').trim()).filter((text) => text !== '')
  return {
    has: (name) => places.has(name),
    names: [...places].map(([name, [first]]) => ({ name, written: first?.written ?? name })),
    all,
    first: (name, row) => all(name, row)[0] ?? '',
    within: (beginning) =>
      [...places].flatMap(([name, [first]]) =>
        name.startsWith(`${beginning} (`) && name.endsWith(')')
          ? [{ name, inside: (first?.written ?? name).slice(beginning.length + 2, -1) }]
          : [],
      ),
  }
}
