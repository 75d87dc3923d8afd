import type { PlanRowView } from '@millrace/contract'
import { orderLinks } from '@millrace/core/schedule'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import { readLength } from '../link-notation.ts'
import { textOf } from './cell-text.ts'
import { GRID_COLUMNS, type GridColumn, type GridGround, type Wrong } from './ground.ts'
import { isWrong, personCalled, readPercent, writeCell } from './write-cell.ts'
import { writeLinks } from './write-links.ts'

/** A cell that is to be written: what stood there, what is to stand there, and why it cannot. */
export type PastedCell = {
  readonly column: GridColumn
  readonly before: string
  readonly text: string
  readonly wrong: Wrong | null
}

/** A line of what is pasted: an item that is changed, or a new one. */
export type PastedLine = {
  readonly itemId: string
  readonly title: string
  readonly isNew: boolean
  /** Only cells that say something new. */
  readonly cells: readonly PastedCell[]
}

/** What pasting will do, to be looked at before it is done. */
export type Pasting = {
  readonly lines: readonly PastedLine[]
  readonly calls: readonly Call[]
  readonly changedCount: number
  readonly newCount: number
  readonly wrongCount: number
}

type Place = { readonly line: number; readonly column: GridColumn }
type Texts = ReadonlyMap<GridColumn, string>
type Target = { readonly row: PlanRowView | null; readonly itemId: string; readonly texts: Texts }

/** Lines and cells of a text from a spreadsheet. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
}

/**
 * What a block from a spreadsheet does when it is pasted at a place: it changes the lines from there on, and makes new
 * items of those beyond the last. A first line that names columns says where the others go.
 */
export function planPaste(
  text: string,
  at: Place,
  named: { readonly ground: GridGround; readonly names: Names },
): Pasting {
  const { ground, names } = named
  const [first = [], ...rest] = cellsOf(text)
  const header = headerOf(first, names)
  const columns = header ?? GRID_COLUMNS.slice(GRID_COLUMNS.indexOf(at.column))
  const block = header ? rest : [first, ...rest]
  const targets = block.map((cells, index): Target => {
    const row = ground.rows[at.line + index] ?? null
    const texts = new Map<GridColumn, string>()
    columns.forEach((column, place) => {
      const cell = cells[place]
      if (column && cell !== undefined) texts.set(column, cell)
    })
    return { row, itemId: row?.itemId ?? ground.newId(), texts }
  })
  return together(
    targets.filter(({ row, texts }) => row !== null || hasWords(texts)),
    ground,
  )
}

/** What each column is called, in the page's language. */
export type Names = Readonly<Record<GridColumn, string>>

/** The columns that a first line names, or null when it does not: a title can be called like one. */
function headerOf(cells: readonly string[], names: Names): readonly (GridColumn | null)[] | null {
  const columns = cells.map(
    (cell) =>
      GRID_COLUMNS.find((column) => [names[column], column].some((name) => isSame(name, cell))) ?? null,
  )
  return columns.includes('title') && columns.filter((column) => column !== null).length > 1 ? columns : null
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function hasWords(texts: Texts): boolean {
  return [...texts.values()].some((text) => text !== '')
}

function together(targets: readonly Target[], ground: GridGround): Pasting {
  const made = targets.filter(({ row }) => row === null)
  const lines = [...ground.rows, ...made.map(({ itemId }) => ({ itemId, key: '', wbs: '' }))]
  let links = ground.links
  const done = targets.map((target) => {
    const plain = target.row ? writeKnown(target.row, target.texts, ground) : writeNew(target, ground)
    const before = writeBefore(target, { ground, lines, links })
    links = before.links
    return { target, calls: plain.calls, linkCalls: before.calls, cells: [...plain.cells, ...before.cells] }
  })
  const said = done.flatMap(({ calls }) => calls)
  const told = done
    .map(({ target: { itemId, row, texts }, cells }): PastedLine => {
      return { itemId, title: texts.get('title') ?? row?.title ?? '', isNew: row === null, cells }
    })
    .filter(({ isNew, cells }) => isNew || cells.length > 0)
  return {
    lines: told,
    // Items made one right after the other keep their order; links may lead from items further below.
    calls: [
      ...said.filter(({ name }) => name === 'work.createItem'),
      ...said.filter(({ name }) => name !== 'work.createItem'),
      ...done.flatMap(({ linkCalls }) => linkCalls),
    ],
    changedCount: told.filter(({ isNew }) => !isNew).length,
    newCount: made.length,
    wrongCount: told.flatMap(({ cells }) => cells).filter(({ wrong }) => wrong !== null).length,
  }
}

type Around = Parameters<typeof writeLinks>[2]

/** What a line comes after; the links of the lines before it are there already. */
function writeBefore({ row, itemId, texts }: Target, around: Around): Done & Pick<Around, 'links'> {
  const text = texts.get('before')
  const before = row ? textOf('before', row, around.ground) : ''
  const same = { calls: [], cells: [], links: around.links }
  if (text === undefined || text === before) return same
  const change = writeLinks(text, itemId, around)
  const wrong = isWrong(change)
    ? change
    : isCircle(change.links, around.lines)
      ? { fault: 'linkCircle' as const, piece: text }
      : null
  const cells = [{ column: 'before' as const, before, text, wrong }]
  if (wrong !== null || isWrong(change)) return { ...same, cells }
  return change.calls.length === 0 ? same : { ...change, cells }
}

type Done = { readonly calls: readonly Call[]; readonly cells: readonly PastedCell[] }

function writeKnown(row: PlanRowView, texts: Texts, ground: GridGround): Done {
  const calls: Call[] = []
  const cells: PastedCell[] = []
  for (const column of GRID_COLUMNS) {
    const text = texts.get(column)
    if (column === 'before' || text === undefined) continue
    const written = writeCell(column, text, { row, ground })
    const before = textOf(column, row, ground)
    if (isWrong(written)) cells.push({ column, before, text, wrong: written })
    else if (written.length > 0) {
      calls.push(...written)
      cells.push({ column, before, text, wrong: null })
    }
  }
  return { calls, cells }
}

/** A new item: days where both ends are given, else a duration, and a start before which it does not begin. */
function writeNew({ itemId, texts }: Target, ground: GridGround): Done {
  const cells: PastedCell[] = []
  const read = <Value>(
    column: GridColumn,
    reader: (text: string) => Value | undefined | null,
    fault: Wrong['fault'],
  ) => {
    const text = texts.get(column) ?? ''
    const value = text === '' && column !== 'title' ? undefined : reader(text)
    const isFaulty = (text !== '' || column === 'title') && (value === undefined || value === null)
    if (text !== '' || isFaulty) {
      cells.push({ column, before: '', text, wrong: isFaulty ? { fault, piece: text } : null })
    }
    return value ?? null
  }
  const title = read('title', (text) => (text === '' ? null : text), 'titleEmpty')
  const length = read('duration', (text) => readLength(text, ground.letters), 'noLength')
  const startsOn = read('start', ground.readDay, 'noDay')
  const dueOn = read('finish', ground.readDay, 'noDay')
  const percentComplete = read('percent', readPercent, 'noPercent')
  const person = read('responsible', (text) => personCalled(text, ground.people), 'nobody')
  if (title === null) return { calls: [], cells }
  const hasDays = dueOn !== null || (startsOn !== null && length === null)
  const { containerId } = ground
  const patch = {
    ...(length === null ? {} : { durationMin: length.minutes, isElapsed: length.isElapsed }),
    ...(percentComplete === null || percentComplete === 0 ? {} : { percentComplete }),
    ...(startsOn === null || hasDays
      ? {}
      : { constraintKind: 'SNET' as const, constraintAt: ground.days.startOf(startsOn) }),
  }
  const item = {
    ...{ id: itemId, containerId, title },
    ...(hasDays ? { startsOn, dueOn } : {}),
    ...(person === null ? {} : { responsibleId: person.id }),
  }
  const planCall = callOf('schedule.changePlanItem', { containerId, itemId, patch })
  return {
    calls: [callOf('work.createItem', item), ...(Object.keys(patch).length > 0 ? [planCall] : [])],
    cells,
  }
}

/** Whether something would come after itself. */
export function isCircle(links: GridGround['links'], lines: readonly { readonly itemId: string }[]): boolean {
  const numberOf = new Map(lines.map(({ itemId }, index) => [itemId, index]))
  const arrows = links.flatMap(({ fromId, toId }) => {
    const [from, to] = [numberOf.get(fromId), numberOf.get(toId)]
    return from === undefined || to === undefined ? [] : [{ from, to }]
  })
  return orderLinks(lines.length, arrows).order.length < lines.length
}
