import { operations } from '@millrace/contract'
import { mayInOrganisation, query } from '../../../platform/commands/index.ts'
import { withoutPrices } from '../present.ts'
import { findCalendars } from './find-calendars.ts'
import { findAssignable } from './find-resources.ts'

/** What all projects share to plan with. */
export const getPool = query(operations['schedule.getPool'], async ({ tx, organisationId, principal }) => {
  const resources = await findAssignable(tx, organisationId, null)
  const calendars = await findCalendars(tx, organisationId, { projectIds: [], ids: [], isShared: false })
  const seesPrices = mayInOrganisation(principal, 'organisation.manage')
  return {
    resources: seesPrices ? resources : resources.map(withoutPrices),
    calendars: calendars.toSorted((a, b) => a.name.localeCompare(b.name)),
  }
})
