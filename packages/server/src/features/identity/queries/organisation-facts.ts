import type { OrganisationFacts } from '../../../platform/commands/index.ts'

/** What tells `OrganisationFacts`, as columns of `organisation`. */
export type FactsRow = {
  readonly access_version: number
  readonly catalogue_version: number
  readonly currency: string
  readonly time_zone: string
  readonly week_start: number
}

/** What a row tells of its organisation. */
export function factsOf(row: FactsRow): OrganisationFacts {
  return {
    accessVersion: row.access_version,
    catalogueVersion: row.catalogue_version,
    currency: row.currency,
    timeZone: row.time_zone,
    weekStart: row.week_start,
  }
}
