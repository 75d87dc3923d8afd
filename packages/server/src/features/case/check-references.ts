import type { PlanItemWork } from '@millrace/core/case'
import { refuse, type Unit } from '../../platform/commands/index.ts'
import { findUnknown } from './queries/find-unknown.ts'

/**
 * Whether the people and teams that plans name are there.
 *
 * @param indexOf which call of a batch a work belongs to; each to its own when left out
 * @throws Refused with `case.reference_unknown`
 */
export async function checkReferences(
  unit: Unit,
  works: readonly (PlanItemWork | null)[],
  indexOf: (place: number) => number = (place) => place,
): Promise<void> {
  const people = works.flatMap((work) => work?.responsibleId ?? [])
  const teams = works.flatMap((work) => work?.teamId ?? [])
  if (people.length === 0 && teams.length === 0) return
  const unknown = await findUnknown(unit.tx, unit.organisationId, { people, teams })
  works.forEach((work, place) => {
    const index = indexOf(place)
    if (unknown.has(work?.responsibleId ?? '')) refuse('case.reference_unknown', { what: 'person' }, index)
    if (unknown.has(work?.teamId ?? '')) refuse('case.reference_unknown', { what: 'team' }, index)
  })
}
