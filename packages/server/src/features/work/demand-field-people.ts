import { isId } from '@millrace/core/kernel'
import type { FieldValue } from '@millrace/core/work'
import { refuse, type Unit } from '../../platform/commands/index.ts'
import { getCatalogue } from './catalogue-cache.ts'
import { findPeopleAmong } from './queries/read-names.ts'

type Values = Readonly<Record<string, FieldValue | null>> | undefined

/**
 * Goes on only if custom fields that name a person name somebody of the organisation. No foreign key
 * can see to that.
 *
 * @param given what each input says about custom fields
 * @throws Refused with `platform.reference_unknown`
 */
export async function demandFieldPeople(unit: Unit, given: readonly Values[]): Promise<void> {
  if (given.every((values) => values === undefined)) return
  const { fieldsById } = await getCatalogue(unit.tx, unit.organisationId)
  const named = given.flatMap((values, index) =>
    Object.entries(values ?? {}).flatMap(([id, personId]) => {
      const field = fieldsById.get(id)
      // What is no id at all is refused as a wrong value.
      if (field?.kind !== 'person' || typeof personId !== 'string' || !isId(personId)) return []
      return [{ index, field: field.name, personId }]
    }),
  )
  if (named.length === 0) return
  const personIds = [...new Set(named.map(({ personId }) => personId))]
  const people = await findPeopleAmong(unit.tx, unit.organisationId, personIds)
  for (const { index, field, personId } of named)
    if (!people.has(personId)) refuse('platform.reference_unknown', { field }, index)
}
