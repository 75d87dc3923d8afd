import type { Tx } from '../../../platform/db/transaction.ts'

/** An organisation as people see it. */
export type OrganisationRow = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly currency: string
  readonly time_zone: string
  readonly week_start: number
  readonly second_factor_required: boolean
  readonly provider_required: boolean
}

/** Founds an organisation; false when its id exists already, a unique violation when its slug does. */
export async function insertOrganisation(tx: Tx, row: OrganisationRow): Promise<boolean> {
  const rows = await tx.query({
    text: `
insert into organisation (id, slug, name, currency, time_zone, week_start, created_at)
values ($1, $2, $3, $4, $5, $6, now())
on conflict (id) do nothing
returning id`,
    values: [row.id, row.slug, row.name, row.currency, row.time_zone, row.week_start],
  })
  return rows.length === 1
}

/** Writes the new state of an organisation. */
export async function updateOrganisation(tx: Tx, row: OrganisationRow): Promise<void> {
  await tx.query({
    text: `
update organisation
set name = $2,
    currency = $3,
    time_zone = $4,
    week_start = $5,
    second_factor_required = $6,
    provider_required = $7
where id = $1`,
    values: [
      ...[row.id, row.name, row.currency, row.time_zone, row.week_start],
      ...[row.second_factor_required, row.provider_required],
    ],
  })
}
