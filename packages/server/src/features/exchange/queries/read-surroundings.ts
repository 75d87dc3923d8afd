import type { CustomField, ItemType } from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'
import { findFieldRights } from '../../identity/index.ts'

/** A person that names of a file may mean. */
export type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly status: string
}

/** Where imported items go, as far as it exists. */
export type KnownContainer = {
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly name: string
  readonly default_type_id: string
  readonly default_area: string
  readonly archived_at: number | null
  readonly last_baseline: number | null
}

/** What of the organisation an import depends on. */
export type Surroundings = {
  readonly timeZone: string
  readonly currency: string
  readonly types: readonly ItemType[]
  /** Those that the person may change. */
  readonly fields: readonly CustomField[]
  readonly labels: readonly { readonly id: string; readonly name: string }[]
  readonly people: readonly KnownPerson[]
  readonly container: KnownContainer | null
}

/** More people than any organisation that runs this has. */
const PEOPLE_MAX = 100_000
const LABELS_MAX = 10_000

/** Reads what a file is held against, as far as whoever brings it in may fill it. */
export async function readSurroundings(
  tx: Tx,
  whose: { readonly organisationId: string; readonly personId: string },
  containerId: string | null,
): Promise<Surroundings> {
  const { organisationId } = whose
  const { locked } = await findFieldRights(tx, whose)
  const rows = await tx.query<{
    time_zone: string
    currency: string
    types: readonly ItemType[]
    fields: readonly CustomField[]
  }>({
    text: `
select o.time_zone, o.currency,
  coalesce((
    select json_agg(json_build_object(
      'id', t.id, 'name', t.name, 'icon', t.icon, 'workflow', t.workflow, 'required', t.required,
      'readinessGate', t.readiness_gate, 'needsAcceptance', t.needs_acceptance, 'needsNotice', t.needs_notice,
      'version', t.version) order by t.rank, t.id)
    from item_type t
    where t.organisation_id = $1
      and t.archived_at is null), '[]') as types,
  coalesce((
    select json_agg(json_build_object('id', f.id, 'key', f.key, 'name', f.name, 'kind', f.kind, 'options', f.options))
    from custom_field f
    where f.organisation_id = $1
      and f.kind not in ('formula', 'rollUp')
      and f.archived_at is null), '[]') as fields
from organisation o
where o.id = $1`,
    values: [organisationId],
  })
  const row = rows[0]
  if (!row) throw new Error('the organisation does not exist')
  return {
    timeZone: row.time_zone,
    currency: row.currency,
    types: row.types,
    fields: row.fields.filter(({ id }) => !locked.has(id)),
    labels: await readLabels(tx, organisationId),
    people: await readPeople(tx, organisationId),
    container: containerId === null ? null : await readContainer(tx, organisationId, containerId),
  }
}

async function readLabels(tx: Tx, organisationId: string): Promise<Surroundings['labels']> {
  return await tx.query({
    text: `
select l.id, l.name
from label l
where l.organisation_id = $1
order by l.id
limit $2`,
    values: [organisationId, LABELS_MAX],
  })
}

async function readPeople(tx: Tx, organisationId: string): Promise<readonly KnownPerson[]> {
  return await tx.query<KnownPerson>({
    text: `
select p.id, p.name, p.email, p.status
from person p
where p.organisation_id = $1
order by p.created_at, p.id
limit $2`,
    values: [organisationId, PEOPLE_MAX],
  })
}

async function readContainer(
  tx: Tx,
  organisationId: string,
  containerId: string,
): Promise<KnownContainer | null> {
  const rows = await tx.query<KnownContainer>({
    text: `
select c.id, c.kind, c.key, c.name, c.default_type_id, c.default_area, c.archived_at,
  (select max(b.number) from baseline b where b.organisation_id = $1 and b.project_id = c.id) as last_baseline
from container c
where c.organisation_id = $1
  and c.id = $2`,
    values: [organisationId, containerId],
  })
  return rows[0] ?? null
}

/** The container that has a key, if there is one. */
export async function findContainerByKey(
  tx: Tx,
  organisationId: string,
  key: string,
): Promise<string | null> {
  const rows = await tx.query<{ id: string }>({
    text: `
select c.id
from container c
where c.organisation_id = $1
  and c.key = $2`,
    values: [organisationId, key],
  })
  return rows[0]?.id ?? null
}
