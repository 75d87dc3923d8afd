import type { operations, ParsedInputOf } from '@millrace/contract'
import type { CopySource, WorkItem } from '@millrace/core/work'
import { demand, mayOnItem, refuse, type Unit } from '../../platform/commands/index.ts'
import { loadCopySources } from './open-copies.ts'
import { findContainers } from './queries/find-containers.ts'
import { findRelationsOf } from './queries/find-relations.ts'
import { findItemsAtHome, readPlanAndViews } from './queries/read-template-source.ts'
import { readLines, readListsOf } from './store/checklists.ts'
import type { TemplatePlace, TemplateRow } from './template-content.ts'

type From = ParsedInputOf<(typeof operations)['work.saveTemplate']>['from']
type Loaded = {
  readonly kind: TemplateRow['kind']
  readonly source: Omit<CopySource, 'items'> & { readonly items: readonly WorkItem[] }
  readonly place: TemplatePlace | null
}

/**
 * Loads what is to be kept as templates, as far as the person can see it; null for what is written by hand.
 *
 * @throws Refused with `platform.not_found`
 */
export async function loadTemplateContent(
  unit: Unit,
  wanted: readonly From[],
): Promise<readonly (Loaded | null)[]> {
  const itemIds = wanted.flatMap((from) => (from.kind === 'item' ? [from.itemId] : []))
  // More people see a template than what is confidential in it.
  const isShown = (item: WorkItem) =>
    mayOnItem(unit.principal.access, 'container.read', item) &&
    (item.seenBy === null || itemIds.includes(item.id))
  const sources = await loadCopySources(
    unit,
    itemIds.map((id) => ({ id, subItems: true, checklists: true })),
    isShown,
  )
  sources.forEach(({ input, source: { items } }) => {
    const { key, seenBy } = items[0]
    if (seenBy !== null)
      refuse(
        'work.template_confidential',
        { key },
        wanted.findIndex((from) => from.kind === 'item' && from.itemId === input.id),
      )
  })
  const byItem = new Map(sources.map(({ input, source }) => [input.id, source]))
  // Whole containers are kept one at a time by people; a batch of them is a few.
  return await Promise.all(
    wanted.map(async (from, index): Promise<Loaded | null> => {
      if (from.kind === 'lines') return null
      if (from.kind === 'container') return await loadContainer(unit, from.containerId, index)
      const source = byItem.get(from.itemId)
      return source ? { kind: 'item', source, place: null } : null
    }),
  )
}

async function loadContainer(unit: Unit, containerId: string, index: number): Promise<Loaded | null> {
  const { tx, organisationId, principal } = unit
  demand(
    principal.access,
    { permission: 'container.read', containerIds: [containerId], what: 'container' },
    index,
  )
  const [row] = await findContainers(tx, organisationId, [containerId])
  if (!row) return null
  const items = parentsFirst(await findItemsAtHome(tx, organisationId, containerId))
  const ids = items.map(({ id }) => id)
  const all = new Set(ids)
  const lists = (await readListsOf(unit, ids)).filter((list) => list.removedAt === null)
  const lines = await readLines(unit, { lineIds: [], listIds: lists.map(({ id }) => id) })
  const relations = await findRelationsOf(tx, organisationId, ids)
  const planned = await readPlanAndViews(tx, organisationId, containerId)
  return {
    kind: row.kind,
    source: {
      items,
      lists,
      lines: lines.filter((line) => line.removedAt === null),
      relations: relations.filter(({ fromId, toId }) => all.has(fromId) && all.has(toId)),
    },
    place: {
      description: row.description,
      defaultTypeId: row.default_type_id,
      defaultArea: row.default_area,
      subject: row.subject,
      wishedEndState: row.wished_end_state,
      ...planned,
      phaseOf: planned.phaseOf.filter(({ itemId }) => all.has(itemId)),
      packages: planned.packages.filter(({ itemId }) => all.has(itemId)),
    },
  }
}

/** Items in their order, each behind the one that it lies under. */
function parentsFirst(items: readonly WorkItem[]): readonly WorkItem[] {
  const ids = new Set(items.map(({ id }) => id))
  const under = Map.groupBy(items, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : ''))
  const ordered = [...(under.get('') ?? [])]
  // Grows while it is walked: what lies under an item follows behind all that is there already.
  for (const { id } of ordered) ordered.push(...(under.get(id) ?? []))
  return ordered
}
