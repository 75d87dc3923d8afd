import type { TeamKey } from './cast.ts'

/** A practice in the method set of a team of the story. */
export type AdoptionScript = {
  readonly team: TeamKey
  readonly practice: string
  /** How many states it went through. */
  readonly reached: number
  /** What shows it. */
  readonly shown: string
  /** How often it is looked at again; short ones are overdue by today. */
  readonly reviewDays: number
}

/** How far the teams are. Nobody has begun with the usage of site visits. */
const LINES: readonly (readonly [
  TeamKey,
  practice: string,
  reached: number,
  reviewDays: number,
  shown: string,
])[] = [
  ['site', 'Setting out', 5, 365, 'Every level since the ground floor'],
  ['site', 'Formwork', 5, 365, 'All crews, minutes of the site meeting'],
  ['site', 'Reinforcement', 4, 365, 'Both crews, inspection log'],
  ['site', 'Concreting', 4, 90, 'Cube results of the last ten slabs'],
  ['site', 'Façade', 3, 365, 'Bays of levels 1 to 4'],
  ['site', 'Inspection', 4, 365, 'Signed logs in the files'],
  ['design', 'Design decision', 2, 120, 'Minutes of the design meeting'],
  ['design', 'Permit practice', 3, 365, 'Letters of the city'],
  ['operations', 'Repair', 3, 365, 'Orders of the last quarter'],
  ['operations', 'Maintenance', 4, 365, 'Plan of the maker, log'],
  ['operations', 'Lift inspection', 5, 365, 'Log of the notified body'],
  ['operations', 'Work planning', 1, 365, 'Agreed in the weekly round'],
  ['operations', 'Site visit', 0, 365, ''],
  ['tenants', 'Tenant desk', 4, 365, 'Calls of the last month'],
  ['finance', 'Cost approval', 2, 60, 'Table of limits, hung up'],
  ['finance', 'Accounts payable', 4, 365, 'Ledger'],
  ['management', 'Practice management', 2, 365, 'This catalogue'],
]

/** The method sets of the teams. */
export const ADOPTIONS: readonly AdoptionScript[] = LINES.map(
  ([team, practice, reached, reviewDays, shown]) => ({
    ...{ team, practice, reached, reviewDays, shown },
  }),
)

/** How well areas are done. One fails: costs wait for their approval. */
export const MARKS = [
  ['2.2', 'best', 'Few come back after inspection'],
  ['1.3', 'satisfactory', ''],
  ['2.3', 'failing', 'Approvals wait longer than repairs take'],
  ['3.3', 'satisfactory', ''],
  ['3.1', 'notApplicable', 'The owner finances the tower'],
] as const
