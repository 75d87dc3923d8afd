import { type CheckedRollUp, type CustomField, createFieldFormulas, type ItemType } from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'

/** Types, fields and labels of an organisation: what items are checked against. */
export type Catalogue = {
  readonly version: number
  readonly types: ReadonlyMap<string, ItemType>
  readonly fieldsById: ReadonlyMap<string, CustomField>
  readonly labelIds: ReadonlySet<string>
  /** What is gathered from sub-items, by the field that keeps it; retired fields gather nothing. */
  readonly rollUps: ReadonlyMap<string, CheckedRollUp>
}

type CatalogueRow = {
  readonly version: number
  readonly types: readonly ItemType[]
  readonly fields: readonly (CustomField & { readonly isArchived: boolean })[]
  readonly label_ids: readonly string[]
}

/** Reads the catalogue as of now. Archived types and fields still rule the items that have them. */
export async function loadCatalogue(tx: Tx, organisationId: string): Promise<Catalogue> {
  const rows = await tx.query<CatalogueRow>({
    name: 'work_load_catalogue',
    text: `
select o.catalogue_version as version,
  coalesce((
    select json_agg(json_build_object(
      'id', t.id, 'name', t.name, 'icon', t.icon, 'workflow', t.workflow, 'required', t.required,
      'readinessGate', t.readiness_gate, 'needsAcceptance', t.needs_acceptance, 'needsNotice', t.needs_notice,
      'defaults', t.defaults, 'fieldIds', t.field_ids, 'version', t.version))
    from item_type t
    where t.organisation_id = $1), '[]') as types,
  coalesce((
    select json_agg(json_build_object('id', f.id, 'key', f.key, 'name', f.name, 'kind', f.kind, 'options', f.options,
      'formula', f.formula, 'rollUp', f.roll_up, 'result', f.result, 'isArchived', f.archived_at is not null))
    from custom_field f
    where f.organisation_id = $1), '[]') as fields,
  array(select l.id::text from label l where l.organisation_id = $1) as label_ids
from organisation o
where o.id = $1`,
    values: [organisationId],
  })
  const row = rows[0]
  if (!row) throw new Error('the organisation does not exist')
  return {
    version: row.version,
    types: new Map(row.types.map((type) => [type.id, type])),
    fieldsById: new Map(row.fields.map((field) => [field.id, field])),
    labelIds: new Set(row.label_ids),
    rollUps: checkedRollUps(row.fields),
  }
}

function checkedRollUps(fields: CatalogueRow['fields']): Catalogue['rollUps'] {
  const formulas = createFieldFormulas(fields)
  const gathering = fields.filter(({ kind, isArchived }) => kind === 'rollUp' && !isArchived)
  const checked = new Map<string, CheckedRollUp>()
  for (const { id } of gathering) {
    const result = formulas.check(id)
    if (result.ok && result.value.kind === 'rollUp') checked.set(id, result.value)
  }
  return checked
}

/** The version of the catalogue, to see whether a kept copy still holds. */
export async function readCatalogueVersion(tx: Tx, organisationId: string): Promise<number> {
  const rows = await tx.query<{ version: number }>({
    name: 'work_catalogue_version',
    text: 'select catalogue_version as version from organisation where id = $1',
    values: [organisationId],
  })
  return rows[0]?.version ?? 0
}
