import type { Event } from '@millrace/core/kernel'
import { type FieldAudience, isComputed } from '@millrace/core/work'
import { refuse, type Unit } from '../../platform/commands/index.ts'
import { touchAccess } from '../identity/index.ts'
import { findPeopleAmong, findTeamsAmong } from './queries/read-names.ts'
import type { FieldRow } from './store/catalogue.ts'

type Rules = {
  readonly seenBy?: FieldAudience | null | undefined
  readonly changedBy?: FieldAudience | null | undefined
}

/**
 * Goes on only if rules name teams and people of the organisation. No foreign key can see to that.
 *
 * @throws Refused with `platform.reference_unknown`
 */
export async function demandAudiences(unit: Unit, given: readonly Rules[]): Promise<void> {
  const audiences = given.flatMap(({ seenBy, changedBy }, index) =>
    [seenBy, changedBy].flatMap((audience) => (audience ? { ...audience, index } : [])),
  )
  if (audiences.length === 0) return
  const { tx, organisationId } = unit
  const [people, teams] = await Promise.all([
    findPeopleAmong(tx, organisationId, [...new Set(audiences.flatMap(({ personIds }) => personIds))]),
    findTeamsAmong(tx, organisationId, [...new Set(audiences.flatMap(({ teamIds }) => teamIds))]),
  ])
  for (const { personIds, teamIds, index } of audiences) {
    if (personIds.some((id) => !people.has(id)))
      refuse('platform.reference_unknown', { field: 'person' }, index)
    if (teamIds.some((id) => !teams.has(id))) refuse('platform.reference_unknown', { field: 'team' }, index)
  }
}

/**
 * Has everybody's rights looked at anew where rules for fields, or what formulas under such rules read,
 * may have changed. Without rules nothing is done.
 */
export async function tellFieldRights(
  unit: Unit,
  fields: {
    readonly before: readonly FieldRow[]
    readonly after: readonly FieldRow[]
    readonly changed: readonly FieldRow[]
  },
): Promise<void> {
  const { before, after, changed } = fields
  if (!before.some(isRuled) && !after.some(isRuled)) return
  const rulesBefore = new Map(before.map((row) => [row.id, rulesOf(row)]))
  const concerned = changed.filter(
    (row) => isComputed(row) || (rulesBefore.get(row.id) ?? NO_RULES) !== rulesOf(row),
  )
  if (concerned.length === 0) return
  await touchAccess(unit)
  unit.record(
    concerned.map(
      ({ id }): Event => ({
        id: unit.newId<'Event'>(),
        kind: 'access.changed',
        at: unit.now,
        actor: unit.actor,
        subject: { kind: 'field', id },
        containerId: null,
        data: {},
      }),
    ),
  )
}

function isRuled({ seen_by: seenBy, changed_by: changedBy }: FieldRow): boolean {
  return seenBy !== null || changedBy !== null
}

function rulesOf({
  seen_by: seenBy,
  changed_by: changedBy,
}: Pick<FieldRow, 'seen_by' | 'changed_by'>): string {
  return JSON.stringify([seenBy, changedBy])
}

const NO_RULES = rulesOf({ seen_by: null, changed_by: null })
