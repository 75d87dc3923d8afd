import { checkRelation, type Relation } from '@millrace/core/work'
import { accepted, type Unit } from '../../platform/commands/index.ts'
import { relationEvent } from './relation-event.ts'
import { insertRelations } from './store/relations.ts'

/**
 * Relates items that whoever calls has just opened together, all in one container, and whose
 * relations they know to be free of circles. A relation that is there already is passed over.
 *
 * @throws Refused with the index of a relation of an item to itself, or with an impossible lag
 */
export async function openRelations(
  unit: Unit,
  containerId: string,
  relations: readonly Relation[],
): Promise<void> {
  if (relations.length === 0) return
  relations.forEach((relation, index) => {
    accepted(checkRelation(relation, []), index)
  })
  const inserted = await insertRelations(unit, relations)
  unit.record(
    relations
      .filter(({ id }) => inserted.has(id))
      .map((relation) => relationEvent(unit, 'work.related', { relation, containerId })),
  )
}
