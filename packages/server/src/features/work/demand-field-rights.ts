import type { FieldValue } from '@millrace/core/work'
import { refuse, type Unit } from '../../platform/commands/index.ts'
import { heldCatalogue } from './catalogue-cache.ts'

type Values = Readonly<Record<string, FieldValue | null>> | undefined

/**
 * Goes on only if the person may change all custom fields that they say something about. A field that
 * they must not see is as if it were not there.
 *
 * @param given what each input says about custom fields, also what it claims to have seen in them
 * @throws Refused with `work.field_unknown` or `work.field_locked`
 */
export async function demandFieldRights(unit: Unit, given: readonly Values[]): Promise<void> {
  const { hidden, locked } = unit.principal.access.fields
  if (locked.size === 0) return
  const named = given.flatMap((values, index) => Object.keys(values ?? {}).map((id) => ({ id, index })))
  for (const { id, index } of named) if (hidden.has(id)) refuse('work.field_unknown', { field: id }, index)
  const first = named.find(({ id }) => locked.has(id))
  if (!first) return
  const { fieldsById } = await heldCatalogue(unit.tx, unit.organisationId)
  refuse('work.field_locked', { field: fieldsById.get(first.id)?.name ?? first.id }, first.index)
}
