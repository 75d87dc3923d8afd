import { operations, type ParsedInputOf, type PracticeChangeView } from '@millrace/contract'
import { changePracticeOfType } from '@millrace/core/practice'
import { accepted, command, mayOnItem, refuse, type Unit } from '../../../platform/commands/index.ts'
import { practiceEvent } from '../practice-event.ts'
import { findTeamsAndPractices } from '../queries/find-adoptions.ts'
import { findFollowed, type TypeFollowing } from '../queries/find-changes.ts'
import { findItemPlaces, type ItemPlace } from '../queries/find-item-places.ts'
import { insertChanges, lockTypes } from '../store/changes.ts'

type Asked = ParsedInputOf<(typeof operations)['practice.changeForType']>

/** Says which practices work of types follows; where it follows one already, by an initiative. */
export const changeForType = command(operations['practice.changeForType'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const typeIds = inputs.map(({ typeId }) => typeId)
  await lockTypes(unit)
  const types = await findFollowed(tx, organisationId, typeIds)
  const practices = await findTeamsAndPractices(
    tx,
    organisationId,
    inputs.flatMap(({ practiceId }) => practiceId ?? []),
  )
  const initiatives = await findSeen(
    unit,
    inputs.flatMap(({ initiativeId }) => initiativeId ?? []),
  )
  const changes = inputs.map((input, index): PracticeChangeView => {
    const { type, practice, initiative } = resolve(input, { types, practices, initiatives, index })
    const { practiceId: fromId, practice: before } = type
    const kind = accepted(
      changePracticeOfType({
        ...{ type: type.name, practiceId: input.practiceId, kind: input.kind, initiative },
        before: fromId === null ? null : { id: fromId, name: before ?? '' },
      }),
      index,
    )
    const number = type.number + 1
    types.set(type.id, { ...type, number, practiceId: input.practiceId, practice: practice?.name ?? null })
    return {
      ...{ id: input.id, typeId: type.id, number, fromId, toId: input.practiceId, kind },
      ...{ reason: input.reason, initiativeId: kind === 'first' ? null : input.initiativeId },
      ...{ at: unit.now, personId: unit.principal.personId },
    }
  })
  const isNew = await insertChanges(unit, changes)
  changes.forEach(({ id }, index) => {
    if (!isNew.has(id)) refuse('platform.exists', { what: 'practice change' }, index)
  })
  unit.record(changes.map((change) => changeEvent(unit, change)))
  return changes
})

type Known = {
  readonly types: ReadonlyMap<string, TypeFollowing>
  readonly practices: ReadonlyMap<string, { readonly name: string; readonly isArchived: boolean }>
  readonly initiatives: ReadonlyMap<string, ItemPlace>
  readonly index: number
}

/** What a change names, as it is there and may be named. */
function resolve({ typeId, practiceId, initiativeId }: Asked, known: Known) {
  const { types, practices, initiatives, index } = known
  const type = types.get(typeId) ?? refuse('platform.reference_unknown', { field: 'type' }, index)
  const practice = practiceId === null ? null : practices.get(practiceId)
  if (practice === undefined) return refuse('platform.reference_unknown', { field: 'practice' }, index)
  if (practice?.isArchived) refuse('practice.archived', { name: practice.name }, index)
  const initiative = initiativeId === null ? null : initiatives.get(initiativeId)
  if (initiative === undefined) return refuse('platform.reference_unknown', { field: 'initiative' }, index)
  return { type, practice, initiative }
}

async function findSeen(unit: Unit, ids: readonly string[]) {
  const found = await findItemPlaces(unit.tx, unit.organisationId, ids)
  return new Map([...found].filter(([, item]) => mayOnItem(unit.principal.access, 'container.read', item)))
}

function changeEvent(unit: Unit, { id, typeId, fromId, toId, kind, initiativeId }: PracticeChangeView) {
  const subject = { kind: 'practiceChange', id }
  return practiceEvent(unit, 'type_changed', { subject, data: { typeId, fromId, toId, kind, initiativeId } })
}
