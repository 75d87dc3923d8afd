import type { CustomField } from './custom-field.ts'
import { createFieldFormulas } from './formula/field-formulas.ts'

/**
 * Some people of an organisation: those with one of the roles, in one of the teams or a team below it,
 * or named. Who runs the organisation is always among them.
 */
export type FieldAudience = {
  readonly roles: readonly ('member' | 'guest')[]
  readonly teamIds: readonly string[]
  readonly personIds: readonly string[]
}

/** Who sees the values of a custom field and who changes them; null: whoever may do so with the item. */
export type FieldRule = {
  readonly seenBy: FieldAudience | null
  readonly changedBy: FieldAudience | null
}

/** Somebody, as far as rules for fields ask. */
export type FieldViewer = {
  readonly personId: string
  readonly orgRole: 'owner' | 'admin' | 'member' | 'guest'
  /** Their teams and all teams above those. */
  readonly teamIds: ReadonlySet<string>
}

/** The custom fields that somebody must not see, and those they must not change, by id. */
export type FieldRights = { readonly hidden: ReadonlySet<string>; readonly locked: ReadonlySet<string> }

/** The rights of whoever no rule shuts out: nearly everybody, nearly always. */
export const EVERY_FIELD: FieldRights = { hidden: new Set(), locked: new Set() }

/**
 * What the rules of an organisation's fields leave to somebody. A formula or roll-up that reads what
 * they must not see is hidden with it, also through other formulas; what is hidden is locked.
 *
 * @param fields all of the organisation, also those that are retired
 */
export function fieldRightsOf(fields: Iterable<CustomField & FieldRule>, viewer: FieldViewer): FieldRights {
  if (viewer.orgRole === 'owner' || viewer.orgRole === 'admin') return EVERY_FIELD
  const all = [...fields]
  const shut = (field: CustomField & FieldRule) => !isAmong(field.seenBy, viewer)
  const hidden = new Set(all.filter(shut).map(({ id }) => id))
  if (hidden.size > 0) for (const id of unreadable(all.filter(({ id }) => !hidden.has(id)))) hidden.add(id)
  const locked = new Set(all.filter(({ changedBy }) => !isAmong(changedBy, viewer)).map(({ id }) => id))
  return hidden.size + locked.size === 0 ? EVERY_FIELD : { hidden, locked: locked.union(hidden) }
}

function isAmong(audience: FieldAudience | null, { personId, orgRole, teamIds }: FieldViewer): boolean {
  if (audience === null) return true
  return (
    audience.roles.some((role) => role === orgRole) ||
    audience.personIds.includes(personId) ||
    audience.teamIds.some((id) => teamIds.has(id))
  )
}

/** The fields among some that cannot be worked out of these alone. */
function unreadable(fields: readonly CustomField[]): readonly string[] {
  const formulas = createFieldFormulas(fields)
  const computed = fields.filter(({ kind }) => kind === 'formula' || kind === 'rollUp')
  return computed.filter(({ id }) => !formulas.check(id).ok).map(({ id }) => id)
}

/** Whether two people, or one before and after, may see and change the same fields. */
export function sameFieldRights(a: FieldRights, b: FieldRights): boolean {
  if (a === b) return true
  return isSame(a.hidden, b.hidden) && isSame(a.locked, b.locked)
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && a.isSubsetOf(b)
}
