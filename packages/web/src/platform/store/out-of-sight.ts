import type { Kind } from './kinds.ts'
import type { Pool } from './pool.ts'
import type { Change } from './transport.ts'

/** The items that are taken away: out of sight of the person, or with an import that was taken back. */
export function outOfSight(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(changes.filter(({ kind, view }) => kind === 'item' && view === null).map(({ id }) => id))
}

/** What hangs on some items, as far as it is held here. */
export function hangingOn(
  pool: Pool,
  itemIds: ReadonlySet<string>,
): readonly { readonly kind: Kind; readonly id: string }[] {
  if (itemIds.size === 0) return []
  const has = (id: string | null) => id !== null && itemIds.has(id)
  const lists = [...pool.table('checklist').values()].filter(({ itemId }) => has(itemId))
  const lines = [...pool.table('checklistLine').values()].filter(({ itemId }) => has(itemId))
  const relations = [...pool.table('relation').values()].filter(
    ({ fromId, toId }) => has(fromId) || has(toId),
  )
  const favourites = [...pool.table('favourite').values()].filter(
    ({ kind, targetId }) => kind === 'item' && has(targetId),
  )
  const named = (kind: Kind, found: readonly { readonly id: string }[]) =>
    found.map(({ id }) => ({ kind, id }))
  return [
    ...named('checklist', lists),
    ...named('checklistLine', lines),
    ...named('relation', relations),
    ...named('favourite', favourites),
  ]
}
