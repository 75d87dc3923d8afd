import { operations } from '@millrace/contract'
import { command, demand, mayInOrganisation, refuse, type Unit } from '../../../platform/commands/index.ts'
import { practiceEvent } from '../practice-event.ts'
import { findArchivedContainers } from '../queries/find-archived-containers.ts'
import { labelsOf } from '../queries/get-areas.ts'
import { findAreaLabels } from '../queries/read-areas.ts'
import { saveAreaLabels, saveAreaMarks } from '../store/areas.ts'

/** Names rows and columns of the 3x3 table. */
export const nameArea = command(operations['practice.nameArea'], async (unit, inputs) => {
  const byPlace = new Map(inputs.map((input) => [`${input.axis} ${String(input.place)}`, input]))
  await saveAreaLabels(unit, [...byPlace.values()])
  unit.record([areasEvent(unit, 'area_named', inputs)])
  const labels = labelsOf(await findAreaLabels(unit.tx, unit.organisationId))
  return inputs.map(() => labels)
})

/** Says how well cells of the table are done. */
export const markArea = command(operations['practice.markArea'], async (unit, inputs) => {
  const archived = await findArchivedContainers(
    unit.tx,
    unit.organisationId,
    inputs.flatMap(({ containerId }) => containerId ?? []),
  )
  inputs.forEach(({ containerId }, index) => {
    demandPlace(unit, containerId, index)
    const name = archived.get(containerId ?? '')
    if (name !== undefined) refuse('work.container_archived', { name }, index)
  })
  const last = new Map(inputs.map((input) => [`${input.containerId ?? ''} ${input.area}`, input]))
  await saveAreaMarks(unit, [...last.values()])
  unit.record([areasEvent(unit, 'area_marked', inputs)])
  return inputs.map(({ area, mark, note }) => ({ area, mark, note }))
})

function demandPlace(unit: Unit, containerId: string | null, index: number): void {
  if (containerId !== null) {
    const containerIds = [containerId]
    demand(unit.principal.access, { permission: 'container.manage', containerIds, what: 'container' }, index)
  } else if (!mayInOrganisation(unit.principal, 'practice.manage'))
    refuse('platform.not_allowed', { permission: 'practice.manage' }, index)
}

/** The table is one thing for whoever looks at it: it has the id of its organisation. */
function areasEvent(unit: Unit, kind: string, data: unknown) {
  return practiceEvent(unit, kind, { subject: { kind: 'areas', id: unit.organisationId }, data })
}
