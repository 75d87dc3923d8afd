import type { PlanRowView } from '@millrace/contract'
import type { OutlineLine, Placing } from '@millrace/core/schedule'
import type { Call } from '../../../../platform/store/index.ts'
import { isCircle } from '../is-circle.ts'
import { readLinks, writeRule } from '../link-notation.ts'
import { isWrong } from './cell-change.ts'
import { textOf } from './cell-text.ts'
import { type GridGround, groundOf, type Wrong } from './ground.ts'
import { moveOf, placingsOf } from './line-steps.ts'
import { outlineWith } from './paste-levels.ts'
import { writeLinks } from './write-links.ts'
import { writeNewRow } from './write-new-row.ts'
import { type Texts, type WrittenCell, type WrittenLine, writeRow } from './write-row.ts'

/** A line that is to be written: over a row, or as a new item behind them all. */
export type LineTarget = {
  readonly row: PlanRowView | null
  readonly itemId: string
  readonly texts: Texts
  /** How deep it is to lie; null: where it lies, or on the level of the line before it. */
  readonly level?: number | null
  /** How links of the same text name it. */
  readonly names?: readonly string[]
}

/** What writing a line does to it. */
export type LineChange = {
  readonly itemId: string
  /** Its number among all lines of the plan, as it will be. */
  readonly line: number
  readonly title: string
  readonly isNew: boolean
  readonly level: number
  /** How deep it lay before; null: just as deep, or nowhere. */
  readonly levelBefore: number | null
  /** Only cells that say something new. */
  readonly cells: readonly WrittenCell[]
}

/** What writing lines does: it can be looked at before it is done. */
export type Writing = {
  readonly lines: readonly LineChange[]
  readonly calls: readonly Call[]
  readonly changedCount: number
  readonly newCount: number
  readonly wrongCount: number
}

/** Writes cells of lines that are there and makes new lines: the calls for it, and what does not fit. */
export function planLines(targets: readonly LineTarget[], ground: GridGround): Writing {
  const usable = targets.filter(({ row, texts }) => row !== null || titleOf(texts) !== '')
  const outline = outlineWith(
    ground.rows,
    usable.map(({ level = null, ...target }) => ({ ...target, level })),
  )
  const isPlaced = usable.some(({ row, level = null }) => row === null || level !== null)
  const placings = isPlaced ? placingsOf(outline, ground) : []
  const written = writeTargets(targets, placings, ground)
  const linked = linkTargets(usable, outline, ground)
  const said = written.flatMap(({ calls }) => calls)
  const lines = changesOf(targets, outline, (target, index) => [
    ...(written[index]?.cells ?? []),
    ...(linked.get(target.itemId)?.cells ?? []),
  ])
  return {
    lines,
    // Parents are there before what goes under them, and both ends of a link before it.
    calls: [
      ...said.filter(({ name }) => name === 'work.createItem'),
      ...placings.flatMap((placing) => moveOf(placing) ?? []),
      ...inGroups(said.filter(({ name }) => name !== 'work.createItem')),
      ...written.flatMap(({ last = [] }) => last),
      ...inGroups([...linked.values()].flatMap(({ calls }) => calls)),
    ],
    changedCount: lines.filter(({ isNew }) => !isNew).length,
    newCount: said.filter(({ name }) => name === 'work.createItem').length,
    wrongCount: lines.flatMap(({ cells }) => cells).filter(({ wrong }) => wrong !== null).length,
  }
}

function titleOf(texts: Texts): string {
  return texts.get('title')?.trim() ?? ''
}

/** Commands of a kind are carried out in one go when they follow each other. */
function inGroups(calls: readonly Call[]): readonly Call[] {
  return [...Map.groupBy(calls, ({ name }) => name).values()].flat()
}

function changesOf(
  targets: readonly LineTarget[],
  outline: readonly OutlineLine[],
  cellsOf: (target: LineTarget, index: number) => readonly WrittenCell[],
): readonly LineChange[] {
  const placeOf = new Map(outline.map(({ itemId, level }, index) => [itemId, { level, line: index + 1 }]))
  return targets
    .map((target, index): LineChange => {
      const { row, itemId, texts } = target
      const { level, line } = placeOf.get(itemId) ?? { level: 1, line: 0 }
      const title = titleOf(texts) === '' ? (row?.title ?? '') : titleOf(texts)
      const levelBefore = row !== null && row.level !== level ? row.level : null
      return { itemId, line, title, isNew: row === null, level, levelBefore, cells: cellsOf(target, index) }
    })
    .filter(({ isNew, levelBefore, cells }) => isNew || levelBefore !== null || cells.length > 0)
}

/** Whoever becomes a resource with one line is one for the lines after it. */
function writeTargets(
  targets: readonly LineTarget[],
  placings: readonly Placing[],
  ground: GridGround,
): readonly WrittenLine[] {
  const placeOf = new Map(placings.map((placing) => [placing.itemId, placing]))
  let known = ground
  return targets.map(({ row, itemId, texts }) => {
    const { parentId = null, rank = '' } = placeOf.get(itemId) ?? {}
    const line = row ? writeRow(row, texts, known) : writeNewRow({ itemId, texts, parentId, rank }, known)
    known = withResources(known, line.calls)
    return line
  })
}

function withResources(ground: GridGround, calls: readonly Call[]): GridGround {
  const made = calls.flatMap((call) => (call.name === 'schedule.saveResource' ? [call.input] : []))
  if (made.length === 0) return ground
  const resources = made.map(({ id, kind, name, personId = null }) => ({
    id,
    kind,
    name,
    personId,
    unitLabel: '',
    skills: [],
  }))
  return groundOf({ ...ground, resources: [...ground.resources, ...resources] })
}

type Linked = WrittenLine & { readonly itemId: string; readonly links: GridGround['links'] }

/** What lines come after: each change is kept unless it closes a circle with those before it. */
function linkTargets(
  targets: readonly LineTarget[],
  outline: readonly OutlineLine[],
  ground: GridGround,
): ReadonlyMap<string, WrittenLine> {
  const made = targets.filter(({ row }) => row === null)
  const lines = [...ground.rows, ...made.map(({ itemId }) => ({ itemId, key: '', wbs: '' }))]
  const names = namesOf(targets, outline)
  const linked = targets.flatMap((target) => linkTarget(target, { ground, lines, names }) ?? [])
  const linksTo = new Map(ground.linksTo)
  for (const { itemId, links } of linked) linksTo.set(itemId, links)
  if (!isCircle([...linksTo.values()].flat(), lines)) return byItem(linked)
  return byItem(withoutCircles(linked, lines, ground))
}

function byItem(linked: readonly Linked[]): ReadonlyMap<string, WrittenLine> {
  return new Map(linked.map((line) => [line.itemId, line]))
}

type Naming = {
  readonly ground: GridGround
  readonly lines: readonly { readonly itemId: string; readonly key: string; readonly wbs: string }[]
  readonly names: ReadonlyMap<string, number>
}

function linkTarget({ row, itemId, texts }: LineTarget, { ground, lines, names }: Naming): Linked | null {
  const text = texts.get('before')?.trim()
  const before = row ? textOf('before', row, ground) : ''
  if (text === undefined || text === before) return null
  const links = ground.linksTo.get(itemId) ?? []
  const change = writeLinks(renamed(text, names, ground), itemId, { ground, lines, links })
  if (isWrong(change)) return { itemId, links, ...refused({ before, text }, change) }
  if (change.calls.length === 0) return null
  const cells = [{ column: 'before', before, text, wrong: null }] as const
  return { itemId, links: change.links, calls: change.calls, cells }
}

function refused(
  { before, text }: { readonly before: string; readonly text: string },
  wrong: Wrong,
): WrittenLine {
  return { calls: [], cells: [{ column: 'before', before, text, wrong }] }
}

function withoutCircles(
  linked: readonly Linked[],
  lines: Naming['lines'],
  { linksTo }: GridGround,
): readonly Linked[] {
  const kept = new Map(linksTo)
  return linked.map((line) => {
    const before = kept.get(line.itemId) ?? []
    kept.set(line.itemId, line.links)
    const [cell] = line.cells
    if (!cell || cell.wrong !== null || !isCircle([...kept.values()].flat(), lines)) return line
    kept.set(line.itemId, before)
    return { ...line, ...refused(cell, { fault: 'linkCircle', piece: cell.text }) }
  })
}

/** The lines of a text by the names that it gives them itself. */
function namesOf(
  targets: readonly LineTarget[],
  outline: readonly OutlineLine[],
): ReadonlyMap<string, number> {
  const lineOf = new Map(outline.map(({ itemId }, index) => [itemId, index + 1]))
  return new Map(
    targets.flatMap(({ itemId, names = [] }) =>
      names.map((name) => [name.toLowerCase(), lineOf.get(itemId) ?? 0] as const),
    ),
  )
}

/** A text of links with the numbers of the plan instead of those of the table. */
function renamed(text: string, names: ReadonlyMap<string, number>, { letters }: GridGround): string {
  const read = names.size === 0 ? { wrong: text } : readLinks(text, letters)
  if ('wrong' in read) return text
  return read.links
    .map(({ name, ...rule }) => `${String(names.get(name.toLowerCase()) ?? name)}${writeRule(rule, letters)}`)
    .join('; ')
}
