import { isId } from '@millrace/core/kernel'
import { type Confidential, isSeenBy, type Onlooker } from '@millrace/core/work'
import type { Tx } from '../db/transaction.ts'
import { newId } from '../ids.ts'
import { type Access, type Principal, roleIn } from './principal.ts'

const NONE: ReadonlySet<string> = new Set()

/** Somebody as a looker-on of items. */
export function onlookerOf({
  personId,
  access,
}: Pick<Principal, 'access'> & { readonly personId: string }): Onlooker {
  return { personId, manages: (containerId) => roleIn(access, containerId) === 'manager' }
}

/** Whether somebody sees an item among those who see what it is in. */
export function seesItem(principal: Principal, item: Confidential): boolean {
  return isSeenBy(item, onlookerOf(principal))
}

/** The items that are hidden from somebody in this transaction. */
export function hiddenItems(access: Access): ReadonlySet<string> {
  return access.hiddenItems ?? NONE
}

/** The same person, knowing what is hidden from them now. */
export async function lookingOut(tx: Tx, principal: Principal): Promise<Principal> {
  const { itemWall } = principal.access
  if (!itemWall) return principal
  return withHidden(principal, await itemWall.findHidden(tx))
}

/**
 * The same person, in a transaction that from now on shows of items, and of all that hangs on them, what
 * they may see. For questions only: what commands keep in step includes what is hidden.
 */
export async function behindWall(tx: Tx, principal: Principal): Promise<Principal> {
  const { itemWall } = principal.access
  if (!itemWall) return principal
  const hidden = itemWall.findHidden(tx)
  tx.send({
    name: 'platform_stand_behind_wall',
    text: `select set_config('app.onlooker_id', $1, true), set_config('app.managed_ids', $2, true)`,
    values: [principal.personId, `{${itemWall.managedIds.join(',')}}`],
  })
  return withHidden(principal, await hidden)
}

function withHidden(principal: Principal, hidden: ReadonlySet<string>): Principal {
  return { ...principal, access: { ...principal.access, hiddenItems: hidden } }
}

/**
 * Inputs in which whatever is hidden is named by ids that nothing has: then it is in every way as if it were
 * not there, whoever looks for it and however that is refused.
 *
 * @param principal as `lookingOut` gave it
 */
export async function withoutHidden<Inputs>(tx: Tx, principal: Principal, inputs: Inputs): Promise<Inputs> {
  const { itemWall } = principal.access
  if (!itemWall || hiddenItems(principal.access).size === 0) return inputs
  const hidden = await itemWall.findHiddenAmong(tx, [...new Set(idsIn(inputs))])
  if (hidden.size === 0) return inputs
  const nowhere = new Map([...hidden].map((id) => [id, newId()]))
  return replaced(inputs, nowhere) as Inputs // Ids for ids.
}

/** Every id that stands anywhere in a value, as it is or as a name. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return isId(value.toLowerCase()) ? [value.toLowerCase()] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [...idsIn(key), ...idsIn(inner)])
}

function replaced(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value.toLowerCase()) ?? value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each) => replaced(each, ids))
  const entries = Object.entries(value).map(([key, inner]) => [ids.get(key) ?? key, replaced(inner, ids)])
  return Object.fromEntries(entries)
}
