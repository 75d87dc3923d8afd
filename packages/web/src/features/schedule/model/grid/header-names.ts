import { GRID_COLUMNS, type GridColumn } from './ground.ts'

/** What a column of a pasted table says: a column of the grid, how deep lines lie, or the numbers that links name. */
export type PastedColumn = GridColumn | 'level' | 'number'

/** Names of columns in English and German, those of Microsoft Project among them; folded as by `fold`. */
const NAMES: Readonly<Record<PastedColumn, string>> = {
  number: 'id, nr, no, #, line, row, zeile, task id, vorgangs nr, vorgangsnr, vorgangsnummer',
  level: 'outline level, level, gliederungsebene, ebene, indent, einzug',
  wbs: 'wbs, wbs code, outline number, psp, psp code, gliederungsnummer, gliederung',
  title:
    'title, name, task name, task, activity, activity name, item, titel, vorgangsname, vorgang, aufgabe, bezeichnung, name des vorgangs',
  duration: 'duration, original duration, dauer',
  effort: 'work, effort, planned work, arbeit, aufwand',
  start: 'start, start date, begin, from, anfang, beginn, starttermin, anfangstermin, von',
  finish: 'finish, finish date, end, end date, to, ende, fertigstellung, endtermin, bis',
  percent:
    '% complete, percent complete, % done, done, complete, progress, % abgeschlossen, % fertig, fertig, abgeschlossen, fortschritt, %',
  before: 'predecessors, predecessor, depends on, vorgänger',
  resources: 'resource names, resources, resource, ressourcennamen, ressourcen, ressource',
  responsible: 'responsible, assigned to, owner, zuständig, verantwortlich, zugewiesen an',
  constraint: 'constraint, constraint type, einschränkung, einschränkungsart, vorgangseinschränkung',
  constraintDay: 'constraint date, day of the constraint, einschränkungstermin, tag der einschränkung',
  deadline: 'deadline, stichtag, frist',
  calendar: 'calendar, task calendar, kalender, vorgangskalender',
  float: 'total slack, total float, float, slack, gesamte pufferzeit, gesamtpuffer, puffer',
  cost: 'cost, total cost, costs, kosten, gesamtkosten',
}

const PASTED = [...GRID_COLUMNS, 'level', 'number'] as const

/**
 * The columns that a first line names, or null when it names none: a title can be called like one.
 *
 * @param own what the columns are called on the page
 */
export function headerOf(
  cells: readonly string[],
  own: Readonly<Record<GridColumn, string>>,
): readonly (PastedColumn | null)[] | null {
  const taken = new Set<PastedColumn>()
  const columns = cells.map((cell) => {
    const column = columnCalled(fold(cell), own)
    if (column === undefined || taken.has(column)) return null
    taken.add(column)
    return column
  })
  const named = cells.filter((cell) => cell.trim() !== '').length
  return taken.size > 1 && (taken.has('title') || taken.size === named) ? columns : null
}

function columnCalled(name: string, own: Readonly<Record<GridColumn, string>>): PastedColumn | undefined {
  if (name === '') return undefined
  return (
    GRID_COLUMNS.find((column) => fold(own[column]) === name) ??
    PASTED.find((column) => NAMES[column].split(', ').includes(name))
  )
}

function fold(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[.:_*-]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
