import { addDays, dayNumber, err, type Id, ok, type PlainDate, type Result } from '../kernel/index.ts'
import type { Checklist, ChecklistLine } from './checklist.ts'
import type { NewWorkItem } from './create.ts'
import { CHANGEABLE_FIELDS } from './work-event.ts'
import type { Relation, WorkItem } from './work-item.ts'

/** What is to be copied: an item first, then what lies under it, parents before what is under them. */
export type CopySource = {
  readonly items: readonly [WorkItem, ...WorkItem[]]
  readonly lists: readonly Checklist[]
  readonly lines: readonly ChecklistLine[]
  readonly relations: readonly Relation[]
}

/** How it is copied. */
export type CopyWish = {
  /** The id of the copy of the first item. */
  readonly id: Id<'WorkItem'>
  readonly title: string
  readonly containerId: Id<'Container'>
  /** Whether the copy is to lie under the same item as the original. */
  readonly isBeside: boolean
  /** Where days go. */
  readonly shift: DayShift
}

/** Where the days of an original lie in its copy. */
export type DayShift = (day: PlainDate) => PlainDate

/** New things, each with an id of its own. */
export type Copy = {
  readonly items: readonly (NewWorkItem & { readonly typeId: Id<'ItemType'> })[]
  readonly lists: readonly Pick<Checklist, 'id' | 'itemId' | 'name' | 'rank'>[]
  readonly lines: readonly (Pick<ChecklistLine, 'id' | 'text' | 'rank' | 'responsibleId' | 'dueOn'> & {
    readonly checklistId: Id<'Checklist'>
    /** The copied sub-item that the line stands for. */
    readonly subItemId: Id<'WorkItem'> | null
  })[]
  readonly relations: readonly Relation[]
}

/** More at once is a project of its own. */
export const COPY_MAX = 1_000

/**
 * Copies work as it would be begun anew: what is to be done, by whom, with its steps, fields, days and the
 * relations within it; not what has become of it, which is states, ticks, waiting, blockers and comments.
 *
 * @param newId gives a fresh id with each call
 * @returns refused with `work.copy_too_large`
 */
export function copyWork(source: CopySource, wish: CopyWish, newId: () => string): Result<Copy> {
  const { items, lists, lines, relations } = source
  if (items.length > COPY_MAX) return err({ code: 'work.copy_too_large', params: { max: COPY_MAX } })
  const [root] = items
  const idOf = new Map(items.map((item) => [item.id, item === root ? wish.id : newId()]))
  const listIdOf = new Map(lists.map((list) => [list.id, newId()]))
  const shifted = (day: PlainDate | null) => (day === null ? null : wish.shift(day))
  return ok({
    items: items.map((item) => copyItem(item, { root, wish, idOf, shifted })),
    lists: lists.flatMap(({ id, itemId, name, rank }) => {
      const [copyId, home] = [listIdOf.get(id), idOf.get(itemId)]
      return copyId !== undefined && home !== undefined ? [{ id: copyId, itemId: home, name, rank }] : []
    }),
    lines: lines.flatMap(({ checklistId, text, rank, responsibleId, dueOn, subItemId }) => {
      const list = listIdOf.get(checklistId)
      const subItem = subItemId === null ? null : (idOf.get(subItemId) ?? null)
      const line = { id: newId(), text, rank, responsibleId, dueOn: shifted(dueOn), subItemId: subItem }
      return list === undefined ? [] : [{ ...line, checklistId: list }]
    }),
    relations: relations.flatMap((relation) => {
      const [fromId, toId] = [idOf.get(relation.fromId), idOf.get(relation.toId)]
      return fromId !== undefined && toId !== undefined ? [{ ...relation, id: newId(), fromId, toId }] : []
    }),
  })
}

type Context = {
  readonly root: WorkItem
  readonly wish: CopyWish
  readonly idOf: ReadonlyMap<string, string>
  readonly shifted: (day: PlainDate | null) => PlainDate | null
}

function copyItem(item: WorkItem, { root, wish, idOf, shifted }: Context): Copy['items'][number] {
  const isRoot = item === root
  const kept = Object.fromEntries(
    CHANGEABLE_FIELDS.filter((field) => !OWN.has(field)).map((field) => [field, item[field]]),
  )
  return {
    ...kept,
    id: idOf.get(item.id) ?? wish.id,
    typeId: item.typeId,
    containerId: wish.containerId,
    title: isRoot ? wish.title : item.title,
    parentId: isRoot ? (wish.isBeside ? item.parentId : null) : (idOf.get(item.parentId ?? '') ?? wish.id),
    startsOn: shifted(item.startsOn),
    dueOn: shifted(item.dueOn),
    fields: item.fields,
    // Nobody sees a copy who does not see the original: elsewhere it has to say so itself.
    ownSeenBy: isRoot && !wish.isBeside ? item.seenBy : item.ownSeenBy,
    ...(isRoot ? {} : { rank: item.rank }),
  }
}

/** What a copy has of its own: the place in the order, and who asked for it. */
const OWN: ReadonlySet<string> = new Set(['rank', 'requesterId', 'parentId', 'startsOn', 'dueOn', 'title'])

/** All days move so that the earliest of them falls on a day; null: they stay. */
export function shiftToStart(
  source: Pick<CopySource, 'items' | 'lines'>,
  startsOn: PlainDate | null,
): DayShift {
  const first = earliestDay(source)
  if (startsOn === null || first === null) return (day) => day
  return shiftByDays((dayNumber(startsOn) ?? 0) - (dayNumber(first) ?? 0))
}

/** All days move so that the day of an item, on which it is due or else begins, falls on another. */
export function shiftItemTo(
  { dueOn, startsOn }: Pick<WorkItem, 'dueOn' | 'startsOn'>,
  dayOn: PlainDate,
): DayShift {
  const from = dueOn ?? startsOn ?? dayOn
  return shiftByDays((dayNumber(dayOn) ?? 0) - (dayNumber(from) ?? 0))
}

function shiftByDays(days: number): DayShift {
  return (day) => addDays(day, days)
}

/** The earliest day that anything of the work has. */
export function earliestDay({
  items,
  lines,
}: Pick<CopySource, 'lines'> & { readonly items: readonly WorkItem[] }): PlainDate | null {
  const all = [...items.flatMap((item) => [item.startsOn, item.dueOn]), ...lines.map((line) => line.dueOn)]
  return all.filter((day) => day !== null).toSorted()[0] ?? null
}
