import type { Unit } from '../../platform/commands/index.ts'
import { accessChanged, identityEvent } from './identity-events.ts'
import { usualColour } from './person-colour.ts'
import { presentPerson } from './present.ts'
import { lockPeople, type PersonRow, savePeople } from './store/people.ts'

/** Somebody who is named somewhere and has not joined. */
export type NewPlaceholder = { readonly id: string; readonly name: string; readonly email: string | null }

/**
 * Adds people who stand for somebody named elsewhere, such as in an imported file. They cannot sign
 * in until an administrator adds them with an account. One that is there already is left as it is.
 * Whether they may be added is the caller's question.
 */
export async function addPlaceholders(unit: Unit, wanted: readonly NewPlaceholder[]): Promise<void> {
  const ids = wanted.map(({ id }) => id)
  const known = new Set((await lockPeople(unit, { ids, emails: [] })).map(({ id }) => id))
  const rows = wanted
    .filter(({ id }) => !known.has(id))
    .map(
      ({ id, name, email }): PersonRow => ({
        id,
        name,
        email,
        org_role: 'guest',
        status: 'placeholder',
        title: '',
        colour: usualColour(id),
        origin: unit.origin.kind,
        version: 1,
      }),
    )
  await savePeople(unit, rows)
  unit.record(
    rows.flatMap((row) => {
      const subject = { kind: 'person', id: row.id }
      return [
        identityEvent(unit, 'identity.person_added', { subject, data: { person: presentPerson(row) } }),
        accessChanged(unit, subject),
      ]
    }),
  )
}
