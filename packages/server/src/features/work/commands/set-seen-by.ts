import { operations } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import { setSeenBy as decideSeenBy } from '@millrace/core/work'
import { command, onlookerOf, refuse, type Unit } from '../../../platform/commands/index.ts'
import { touchAccess } from '../../identity/index.ts'
import { findParents } from '../queries/find-ancestors.ts'
import { findKnownPeople } from '../queries/read-template-source.ts'
import { spreadSight } from '../spread-sight.ts'
import { decideEach } from './change-item.ts'

/** Says who sees items, with everything under them. */
export const setSeenBy = command(operations['work.setSeenBy'], async (unit, inputs) => {
  const known = await findKnownPeople(unit.tx, unit.organisationId, [
    ...new Set(inputs.flatMap(({ personIds }) => personIds ?? [])),
  ])
  inputs.forEach(({ personIds }, index) => {
    if (personIds?.some((id) => !known.has(id)))
      refuse('platform.reference_unknown', { field: 'personIds' }, index)
  })
  // First, so that whoever listens is looked at again before they hear of anything confidential.
  if (!unit.principal.access.hasConfidential && inputs.some(({ personIds }) => personIds !== null))
    await beginConfidence(unit, inputs[0]?.id ?? '')
  const parents = await findParents(
    unit,
    inputs.map(({ id }) => id),
  )
  return await decideEach(unit, inputs, {
    also: [...parents.values()],
    decide: (item, { personIds }, { set }) => {
      const above = set.find(item.parentId ?? '')?.seenBy ?? null
      return decideSeenBy(item, { personIds, above, by: onlookerOf(unit.principal) }, set.decideContext())
    },
    after: spreadSight,
  })
})

/** The first confidential item of an organisation builds the wall for everybody. */
async function beginConfidence(unit: Unit, itemId: string): Promise<void> {
  await touchAccess(unit)
  const event: Event = {
    id: unit.newId<'Event'>(),
    kind: 'access.changed',
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'item', id: itemId },
    containerId: null,
    data: {},
  }
  unit.record([event])
}
