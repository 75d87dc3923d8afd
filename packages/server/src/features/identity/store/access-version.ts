import type { Unit } from '../../../platform/commands/index.ts'

/**
 * Ends every kept copy of what people of the organisation may do. It also holds the organisation's
 * row until the transaction ends, so that changes of people, teams and grants happen one after the other.
 */
export async function touchAccess(unit: Unit): Promise<void> {
  await unit.tx.query({
    name: 'identity_touch_access',
    text: 'update organisation set access_version = access_version + 1 where id = $1',
    values: [unit.organisationId],
  })
}

/** Ends every kept copy of the organisation's types, fields and labels. */
export async function touchCatalogue(unit: Unit): Promise<void> {
  await unit.tx.query({
    name: 'identity_touch_catalogue',
    text: 'update organisation set catalogue_version = catalogue_version + 1 where id = $1',
    values: [unit.organisationId],
  })
}
