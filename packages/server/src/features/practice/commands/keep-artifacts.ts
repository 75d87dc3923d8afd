import { type ArtifactTypeView, operations, type ParsedInputOf } from '@millrace/contract'
import { command, demand, refuse, type Unit } from '../../../platform/commands/index.ts'
import { practiceEvent } from '../practice-event.ts'
import { findArchivedContainers } from '../queries/find-archived-containers.ts'
import { readArtifactTypes } from '../queries/find-artifact-types.ts'
import { readAsked } from '../queries/find-artifacts.ts'
import { findItemPlaces } from '../queries/find-item-places.ts'
import { type Artifact, lockArtifacts, saveArtifacts } from '../store/artifacts.ts'

/** Adds artifacts, or changes their names and where they are kept. */
export const saveArtifact = command(operations['practice.saveArtifact'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const artifacts = await lockArtifacts(unit, idsOf(inputs))
  const types = await readArtifactTypes(
    tx,
    organisationId,
    inputs.map(({ typeId }) => typeId),
  )
  const place = await placesFor(
    unit,
    inputs.map(({ containerId }) => containerId),
  )
  const saved = inputs.map((input, index): Artifact => {
    place(input.containerId, index)
    const before = artifacts.get(input.id) ?? null
    const next = changed(before, input)
    demandType(types, { before, input, index })
    artifacts.set(input.id, next)
    return next
  })
  return await keep(unit, saved, 'artifact_saved')
})

type Input = ParsedInputOf<(typeof operations)['practice.saveArtifact']>

/** An artifact that is kept elsewhere is in another edition. */
function changed(before: Artifact | null, input: Input): Artifact {
  const isElsewhere = before !== null && before.link !== input.link
  return {
    ...{ stateId: null, archivedAt: null, ...before, ...input },
    edition: (before?.edition ?? 1) + (isElsewhere ? 1 : 0),
    version: (before?.version ?? 0) + 1,
  }
}

/** Where it is made and what it is of stays as it was. */
function demandType(
  types: readonly ArtifactTypeView[],
  about: { readonly before: Artifact | null; readonly input: Input; readonly index: number },
): void {
  const { before, input, index } = about
  const type = types.find(({ id }) => id === input.typeId)
  if (!type) return refuse('platform.reference_unknown', { field: 'type' }, index)
  if (before === null) {
    if (type.archivedAt !== null) refuse('practice.archived', { name: type.name }, index)
    return
  }
  const isOther = before.containerId !== input.containerId || before.typeId !== input.typeId
  if (isOther) refuse('platform.exists', { what: 'artifact' }, index)
  if (before.archivedAt !== null) refuse('practice.archived', { name: before.name }, index)
}

/** Archives artifacts that no open item asks for. */
export const archiveArtifact = command(operations['practice.archiveArtifact'], async (unit, inputs) => {
  const found = await load(unit, inputs)
  const asked = await readAsked(unit.tx, unit.organisationId, { artifactIds: idsOf(inputs) })
  const items = await findItemPlaces(
    unit.tx,
    unit.organisationId,
    asked.map(({ itemId }) => itemId),
  )
  const gone = found.map((artifact, index) => {
    const count = asked.filter(
      ({ artifactId, itemId }) => artifactId === artifact.id && items.get(itemId)?.isOpen,
    ).length
    if (count > 0) refuse('practice.artifact_asked', { name: artifact.name, count }, index)
    return { ...artifact, archivedAt: artifact.archivedAt ?? unit.now, version: artifact.version + 1 }
  })
  return await keep(unit, gone, 'artifact_archived')
})

/** Brings archived artifacts back. */
export const restoreArtifact = command(operations['practice.restoreArtifact'], async (unit, inputs) => {
  const found = await load(unit, inputs)
  const back = found.map((artifact) => ({ ...artifact, archivedAt: null, version: artifact.version + 1 }))
  return await keep(unit, back, 'artifact_restored')
})

async function load(unit: Unit, inputs: readonly { readonly id: string }[]): Promise<readonly Artifact[]> {
  const artifacts = await lockArtifacts(unit, idsOf(inputs))
  const place = await placesFor(
    unit,
    [...artifacts.values()].map(({ containerId }) => containerId),
  )
  return inputs.map(({ id }, index) => {
    const artifact = artifacts.get(id) ?? refuse('platform.not_found', { what: 'artifact' }, index)
    place(artifact.containerId, index)
    return artifact
  })
}

/** Refuses where the person may not write, and what is archived rests. */
async function placesFor(unit: Unit, containerIds: readonly string[]) {
  const archived = await findArchivedContainers(unit.tx, unit.organisationId, containerIds)
  return (containerId: string, index: number): void => {
    const wanted = { permission: 'item.write', containerIds: [containerId], what: 'artifact' } as const // One of the permissions.
    demand(unit.principal.access, wanted, index)
    const name = archived.get(containerId)
    if (name !== undefined) refuse('work.container_archived', { name }, index)
  }
}

async function keep(unit: Unit, artifacts: readonly Artifact[], kind: string): Promise<readonly Artifact[]> {
  await saveArtifacts(unit, [...new Map(artifacts.map((one) => [one.id, one])).values()])
  unit.record(artifacts.map((artifact) => artifactEvent(unit, kind, artifact)))
  return artifacts
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id)
}

/** What is told of an artifact, where it is made. */
export function artifactEvent(unit: Unit, kind: string, { id, containerId, name, stateId }: Artifact) {
  const subject = { kind: 'artifact', id }
  return { ...practiceEvent(unit, kind, { subject, data: { name, stateId } }), containerId }
}
