import { err, type Id, ok, type Result } from '../kernel/index.ts'
import { checkItem, type ItemRules, refuseComputed } from './check-item.ts'
import { sightFacts, sightUnder } from './confidential.ts'
import type { FieldValue } from './custom-field.ts'
import { type DecideContext, type Decision, decided } from './decision.ts'
import { CHANGEABLE_FIELDS, type FieldChanges, type WorkItemPatch } from './work-event.ts'
import type { SeenBy, WorkItem } from './work-item.ts'

/** What a change needs to know besides the item. */
export type ChangeContext = DecideContext &
  ItemRules & {
    /** Ids from the new parent up to the root, the new parent included. Empty when there is none. */
    readonly newAncestors: readonly Id<'WorkItem'>[]
    /** Who sees the new parent. */
    readonly above: SeenBy
  }

/** A change, with what the changer saw before. Values seen are compared, so that nobody overwrites unseen work. */
export type ChangeInput = { readonly patch: WorkItemPatch; readonly seen?: WorkItemPatch | undefined }

/**
 * Sets fields of an item.
 *
 * @returns refused with `work.archived`, `work.changed_meanwhile` when a value is not what the
 *   changer saw, `work.parent_cycle`, or one of the codes of `checkItem`
 */
export function changeWorkItem(item: WorkItem, input: ChangeInput, context: ChangeContext): Result<Decision> {
  if (item.archivedAt !== null) return err({ code: 'work.archived', params: { key: item.key } })
  const stale = input.seen ? staleFields(item, input.seen) : []
  if (stale.length > 0)
    return err({ code: 'work.changed_meanwhile', params: { key: item.key, fields: stale } })
  const computed = refuseComputed(input.patch.fields, context)
  if (computed) return err(computed)
  const changes = differences(item, input.patch)
  if (Object.keys(changes).length === 0) return ok({ item, events: [] })
  if (changes.parentId && context.newAncestors.includes(item.id)) {
    return err({ code: 'work.parent_cycle', params: { key: item.key } })
  }
  const sight = changes.parentId ? sightFacts(item, sightUnder(item, context.above)) : []
  const decision = decided(item, [{ kind: 'work.changed', data: { changes } }, ...sight], context)
  const checked = checkItem(decision.item, context)
  return checked.ok ? ok(decision) : checked
}

function staleFields(item: WorkItem, seen: WorkItemPatch): string[] {
  const plain = CHANGEABLE_FIELDS.filter(
    (field) => seen[field] !== undefined && !same(seen[field], item[field]),
  )
  const custom = Object.entries(seen.fields ?? {}).filter(
    ([id, value]) => value !== (item.fields[id] ?? null),
  )
  return [...plain, ...custom.map(([id]) => id)]
}

function differences(item: WorkItem, patch: WorkItemPatch): FieldChanges {
  const changes: Record<string, { from: unknown; to: unknown }> = {}
  for (const field of CHANGEABLE_FIELDS) {
    const given = patch[field]
    if (given === undefined) continue
    const to = field === 'title' && typeof given === 'string' ? given.trim() : given
    if (!same(to, item[field])) changes[field] = { from: item[field], to }
  }
  const fields: Record<string, { from: FieldValue | null; to: FieldValue | null }> = {}
  for (const [id, to] of Object.entries(patch.fields ?? {})) {
    const from = item.fields[id] ?? null
    if (from !== to) fields[id] = { from, to }
  }
  // Field names and values were paired above; the compiler cannot follow a loop over unlike fields.
  return { ...(changes as FieldChanges), ...(Object.keys(fields).length > 0 ? { fields } : {}) }
}

function same(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((value, index) => value === b[index])
}
