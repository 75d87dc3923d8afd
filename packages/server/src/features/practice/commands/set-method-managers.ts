import { operations } from '@millrace/contract'
import { command, refuse } from '../../../platform/commands/index.ts'
import { accessChanged, touchAccess } from '../../identity/index.ts'
import { practiceEvent } from '../practice-event.ts'
import { findColleagues } from '../queries/find-method-managers.ts'
import { replaceMethodManagers } from '../store/method-managers.ts'

/** Says who keeps the catalogue of practices; the last word counts. */
export const setMethodManagers = command(operations['practice.setMethodManagers'], async (unit, inputs) => {
  const colleagues = await findColleagues(
    unit.tx,
    unit.organisationId,
    inputs.flatMap(({ personIds }) => personIds),
  )
  inputs.forEach(({ personIds }, index) => {
    if (!personIds.every((id) => colleagues.has(id)))
      refuse('platform.reference_unknown', { field: 'person' }, index)
  })
  const personIds = inputs.at(-1)?.personIds ?? []
  await replaceMethodManagers(unit, personIds)
  await touchAccess(unit)
  const subject = { kind: 'methodManagers', id: unit.organisationId }
  unit.record([
    accessChanged(unit, { kind: 'organisation', id: unit.organisationId }),
    practiceEvent(unit, 'method_managers_set', { subject, data: { personIds } }),
  ])
  return inputs.map(() => ({ personIds }))
})
