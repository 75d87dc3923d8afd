import { err, type Id, ok, type PlainDate, type Result } from '../../kernel/index.ts'
import type { ItemRules } from '../check-item.ts'
import { COPY_MAX, type Copy, type CopySource, copyWork, earliestDay } from '../copy.ts'
import { isComputed } from '../custom-field.ts'
import { rankAtEnd } from '../rank.ts'
import type { WorkItem } from '../work-item.ts'
import { dayBehind, daysBehind, shiftTo, type TemplateUnit } from './template-days.ts'

/** Work as it is kept to be begun anew: items before what is under them, their days by way of an anchor. */
export type TemplateWork = {
  readonly unit: TemplateUnit
  /** The day from which the others are counted. */
  readonly anchorOn: PlainDate
  readonly items: readonly WorkItem[]
} & Omit<CopySource, 'items'>

/** One line of what a template holds, as people see and change it. Days are counted from the start. */
export type TemplateLine = {
  readonly id: Id<'WorkItem'>
  /** Under which other line it lies. */
  readonly parentId: Id<'WorkItem'> | null
  readonly title: string
  readonly responsibleId: Id<'Person'> | null
  readonly startsAfter: number | null
  readonly dueAfter: number | null
}

/** A Monday: where days are counted from while there are none. */
const NO_ANCHOR: PlainDate = '2001-01-01'

/** Keeps work as a template; its earliest day is the start. */
export function keepAsTemplate(
  source: Omit<CopySource, 'items'> & Pick<TemplateWork, 'items'>,
  { unit, startsOn }: { readonly unit: TemplateUnit; readonly startsOn: PlainDate | null },
): Result<TemplateWork> {
  if (source.items.length > COPY_MAX) return err({ code: 'work.copy_too_large', params: { max: COPY_MAX } })
  const { items, lists, lines, relations } = source
  const anchorOn = startsOn ?? earliestDay(source) ?? NO_ANCHOR
  return ok({ unit, anchorOn, items, lists, lines, relations })
}

/** What a template holds, line by line. */
export function linesOfTemplate({ unit, anchorOn, items }: TemplateWork): readonly TemplateLine[] {
  const known = new Set(items.map(({ id }) => id))
  const after = (day: PlainDate | null) => (day === null ? null : daysBehind(unit, anchorOn, day))
  return items.map(({ id, parentId, title, responsibleId, startsOn, dueOn }) => ({
    id,
    parentId: parentId !== null && known.has(parentId) ? parentId : null,
    title,
    responsibleId,
    startsAfter: after(startsOn),
    dueAfter: after(dueOn),
  }))
}

/**
 * A template with other lines: those that are there already keep what they hold besides, new ones are bare,
 * and what goes takes its checklists and relations along.
 *
 * @returns refused with `work.title_missing`, `work.dates_reversed`, `work.parent_unknown` or `work.copy_too_large`
 */
export function withTemplateLines(
  work: TemplateWork,
  wanted: { readonly unit: TemplateUnit; readonly lines: readonly TemplateLine[] },
): Result<TemplateWork> {
  const { unit, lines } = wanted
  if (lines.length > COPY_MAX) return err({ code: 'work.copy_too_large', params: { max: COPY_MAX } })
  const before = new Map(work.items.map((item) => [item.id, item]))
  const kept = new Set<string>()
  const items: WorkItem[] = []
  for (const [index, line] of lines.entries()) {
    const { id, parentId, startsAfter, dueAfter } = line
    if (line.title.trim() === '') return err({ code: 'work.title_missing' })
    if (parentId !== null && !kept.has(parentId)) return err({ code: 'work.parent_unknown' })
    const [startsOn, dueOn] = [dayOf(unit, startsAfter), dayOf(unit, dueAfter)]
    if (startsOn !== null && dueOn !== null && startsOn > dueOn)
      return err({
        code: 'work.dates_reversed',
        params: { startsOn: startsAfter ?? 0, dueOn: dueAfter ?? 0 },
      })
    kept.add(id)
    const { title, responsibleId } = line
    const rank = rankAtEnd(0, index)
    items.push({
      ...(before.get(id) ?? BARE),
      id,
      parentId,
      title: title.trim(),
      responsibleId,
      startsOn,
      dueOn,
      rank,
    })
  }
  const isKept = (id: string) => kept.has(id)
  const lists = work.lists.filter(({ itemId }) => isKept(itemId))
  const onList = new Set(lists.map(({ id }) => id))
  const move = shiftTo(work.unit, { anchorOn: work.anchorOn, startsOn: NO_ANCHOR })
  return ok({
    unit,
    anchorOn: NO_ANCHOR,
    items,
    lists,
    lines: work.lines
      .filter(({ checklistId }) => onList.has(checklistId))
      .map((line) => ({ ...line, dueOn: line.dueOn && move(line.dueOn) })),
    relations: work.relations.filter(({ fromId, toId }) => isKept(fromId) && isKept(toId)),
  })
}

function dayOf(unit: TemplateUnit, after: number | null): PlainDate | null {
  return after === null ? null : dayBehind(unit, NO_ANCHOR, after)
}

/** A template without anything in it yet. */
export const EMPTY_TEMPLATE: TemplateWork = {
  unit: 'working',
  anchorOn: NO_ANCHOR,
  items: [],
  lists: [],
  lines: [],
  relations: [],
}

/** What is made from a template, and where. */
export type TemplateWish = {
  readonly startsOn: PlainDate
  readonly containerId: Id<'Container'>
  /** For templates of one item with what lies under it. */
  readonly root: {
    readonly id: Id<'WorkItem'>
    readonly title: string
    readonly parentId: Id<'WorkItem'> | null
  } | null
  /** People, labels, fields and types that are gone are left out. */
  readonly known: {
    readonly typeIds: ReadonlySet<string>
    readonly personIds: ReadonlySet<string>
    readonly rules: Pick<ItemRules, 'labelIds' | 'fieldsById'>
  }
}

/** Work begun anew from a template, its days counted from the start; ids of what is made, by those in the template. */
export function fillTemplate(
  work: TemplateWork,
  wish: TemplateWish,
  newId: () => string,
): Result<{ readonly copies: readonly Copy[]; readonly idOf: ReadonlyMap<string, string> }> {
  const { root, containerId, startsOn } = wish
  const known = cleared(work, wish)
  const shift = shiftTo(work.unit, { anchorOn: work.anchorOn, startsOn })
  const [first, ...rest] = known.items
  if (!first) return ok({ copies: [], idOf: new Map() })
  const id = root?.id ?? newId()
  const copied = copyWork(
    { ...known, items: [first, ...rest] },
    { id, title: root?.title ?? first.title, containerId, isBeside: false, shift },
    newId,
  )
  if (!copied.ok) return copied
  const made = copied.value
  const idOf = new Map(known.items.map((item, index) => [item.id, made.items[index]?.id ?? id]))
  const items = made.items.map((item, index) => {
    const parentId = known.items[index]?.parentId ?? null
    const isRoot = index === 0 && root !== null
    const typeId = wish.known.typeIds.has(item.typeId) ? item.typeId : undefined
    return {
      ...item,
      typeId,
      parentId: isRoot ? root.parentId : parentId === null ? null : (idOf.get(parentId) ?? null),
    }
  })
  return ok({ copies: [{ ...made, items: items as Copy['items'] }], idOf }) // A type left out is the usual one.
}

/** The template without what is no longer known. */
function cleared(work: TemplateWork, { known }: TemplateWish): TemplateWork {
  const person = (id: string | null) => (id !== null && known.personIds.has(id) ? id : null)
  return {
    ...work,
    items: work.items.map((item) => ({
      ...item,
      responsibleId: person(item.responsibleId),
      accountableId: person(item.accountableId),
      labelIds: item.labelIds.filter((id) => known.rules.labelIds.has(id)),
      fields: Object.fromEntries(
        Object.entries(item.fields).filter(([id]) => {
          const field = known.rules.fieldsById.get(id)
          // What is worked out is nobody's to give, and comes by itself.
          return field !== undefined && !isComputed(field)
        }),
      ),
    })),
    lines: work.lines.map((line) => ({ ...line, responsibleId: person(line.responsibleId) })),
  }
}

/** What a line that was written by hand holds. */
const BARE: WorkItem = {
  id: '',
  key: '',
  containerIds: [],
  typeId: '',
  title: '',
  description: '',
  stateId: '',
  stateGroup: 'backlog',
  area: '2.3',
  parentId: null,
  rank: '',
  priority: 0,
  responsibleId: null,
  accountableId: null,
  requesterId: null,
  teamId: null,
  startsOn: null,
  dueOn: null,
  effortMin: null,
  effortLowMin: null,
  effortHighMin: null,
  costOfDelayMinor: null,
  role: null,
  practice: null,
  resources: null,
  artifact: null,
  isMilestone: false,
  labelIds: [],
  fields: {},
  waitingFor: null,
  openBlockers: [],
  childCount: 0,
  childDoneCount: 0,
  lineCount: 0,
  lineDoneCount: 0,
  startedAt: null,
  finishedAt: null,
  acceptedAt: null,
  noticedAt: null,
  archivedAt: null,
  createdAt: 0,
  createdBy: null,
  updatedAt: 0,
  stateSince: 0,
  ownSeenBy: null,
  seenBy: null,
  version: 1,
}
