import type { Unit } from '../../../platform/commands/index.ts'

/** Ends every kept copy of what people may do here. */
export async function touchAccess(unit: Unit): Promise<void> {
  await unit.tx.query({
    name: 'work_touch_access',
    text: 'update organisation set access_version = access_version + 1 where id = $1',
    values: [unit.organisationId],
  })
}

/** Ends every kept copy of the catalogue. */
export async function touchCatalogue(unit: Unit): Promise<void> {
  await unit.tx.query({
    name: 'work_touch_catalogue',
    text: 'update organisation set catalogue_version = catalogue_version + 1 where id = $1',
    values: [unit.organisationId],
  })
}
