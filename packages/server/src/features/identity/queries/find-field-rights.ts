import {
  type CustomField,
  EVERY_FIELD,
  type FieldRights,
  type FieldRule,
  fieldRightsOf,
} from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'
import { type AccessFacts, loadAccess } from './load-access.ts'

/** Somebody of an organisation. */
type Whose = { readonly organisationId: string; readonly personId: string }

/** The custom fields that somebody must not see or change. Whoever does not belong here may change none. */
export async function findFieldRights(tx: Tx, whose: Whose): Promise<FieldRights> {
  const facts = await loadAccess(tx, whose)
  return facts ? await readFieldRights(tx, { ...whose, facts }) : EVERY_FIELD
}

/** The same, of somebody whose rights are read already. Without rules for fields it asks nothing. */
export async function readFieldRights(
  tx: Tx,
  { organisationId, personId, facts }: Whose & { readonly facts: AccessFacts },
): Promise<FieldRights> {
  if (!facts.has_field_rules) return EVERY_FIELD
  const fields = await tx.query<CustomField & FieldRule>({
    name: 'identity_read_field_rules',
    text: `
select f.id, f.key, f.name, f.kind, f.options, f.formula, f.roll_up as "rollUp", f.result,
  f.seen_by as "seenBy", f.changed_by as "changedBy"
from custom_field f
where f.organisation_id = $1
order by f.id
limit 1000`,
    values: [organisationId],
  })
  return fieldRightsOf(fields, { personId, orgRole: facts.org_role, teamIds: new Set(facts.team_ids) })
}
