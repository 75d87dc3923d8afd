import { type ArtifactTypeView, operations } from '@millrace/contract'
import { checkArtifactType } from '@millrace/core/practice'
import { foldText } from '@millrace/core/work'
import { accepted, checkVersion, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { practiceEvent } from '../practice-event.ts'
import { findStates, findStatesInUse, readArtifactTypes } from '../queries/find-artifact-types.ts'
import {
  type ArtifactType,
  lockArtifactTypes,
  saveArtifactTypes,
  saveStates,
} from '../store/artifact-types.ts'

/** Adds types of artifact, or changes them and their states. */
export const saveArtifactType = command(operations['practice.saveArtifactType'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const types = await lockArtifactTypes(unit)
  const ids = inputs.map(({ id }) => id)
  const inUse = await findStatesInUse(tx, organisationId, ids)
  const states = await findStates(
    tx,
    organisationId,
    inputs.flatMap((input) => input.states.map(({ id }) => id)),
  )
  inputs.forEach((input, index) => {
    const before = types.get(input.id)
    if (before) {
      if (before.archivedAt !== null) refuse('practice.archived', { name: before.name }, index)
      checkVersion({ version: before.version, what: 'artifact type' }, input, index)
    }
    refuseTakenName(types, input, index)
    const used = inUse.filter((state) => state.type_id === input.id)
    accepted(checkArtifactType(input, new Map(used.map(({ id, name }) => [id, name]))), index)
    const isForeign = input.states.some(({ id }) => (states.get(id)?.type_id ?? input.id) !== input.id)
    if (isForeign) refuse('platform.exists', { what: 'state' }, index)
    types.set(input.id, { archivedAt: null, ...before, ...input, version: (before?.version ?? 0) + 1 })
  })
  const saved = [...new Set(ids)].flatMap((id) => types.get(id) ?? [])
  await saveArtifactTypes(unit, saved)
  await saveStates(unit, new Map(inputs.map((input) => [input.id, input.states])))
  return await told(unit, { ids, kind: 'artifact_type_saved' })
})

/** Archives types of artifact that nothing names. */
export const archiveArtifactType = command(
  operations['practice.archiveArtifactType'],
  async (unit, inputs) => {
    const types = await lockArtifactTypes(unit)
    const ids = inputs.map(({ id }) => id)
    const inUse = await findStatesInUse(unit.tx, unit.organisationId, ids)
    const gone = ids.map((id, index) => {
      const type = types.get(id) ?? refuse('platform.not_found', { what: 'artifact type' }, index)
      const practices = [...new Set(inUse.flatMap((state) => (state.type_id === id ? [state.practice] : [])))]
      if (practices.length > 0) refuse('practice.type_in_use', { name: type.name, practices }, index)
      return { ...type, archivedAt: type.archivedAt ?? unit.now, version: type.version + 1 }
    })
    await saveArtifactTypes(unit, gone)
    return await told(unit, { ids, kind: 'artifact_type_archived' })
  },
)

/** Brings archived types of artifact back. */
export const restoreArtifactType = command(
  operations['practice.restoreArtifactType'],
  async (unit, inputs) => {
    const types = await lockArtifactTypes(unit)
    const ids = inputs.map(({ id }) => id)
    const back = ids.map((id, index) => {
      const type = types.get(id) ?? refuse('platform.not_found', { what: 'artifact type' }, index)
      refuseTakenName(types, type, index)
      const next = { ...type, archivedAt: null, version: type.version + 1 }
      types.set(id, next)
      return next
    })
    await saveArtifactTypes(unit, back)
    return await told(unit, { ids, kind: 'artifact_type_restored' })
  },
)

/** Of types that are not archived no two have one name. */
function refuseTakenName(
  types: ReadonlyMap<string, ArtifactType>,
  { id, name }: { readonly id: string; readonly name: string },
  index: number,
): void {
  const fold = foldText(name)
  for (const other of types.values()) {
    if (other.id !== id && other.archivedAt === null && foldText(other.name) === fold)
      refuse('practice.name_taken', { name }, index)
  }
}

/** Records what was done to types, and answers with how they are now. */
async function told(
  unit: Unit,
  { ids, kind }: { readonly ids: readonly string[]; readonly kind: string },
): Promise<readonly ArtifactTypeView[]> {
  const views = await readArtifactTypes(unit.tx, unit.organisationId, ids)
  const byId = new Map(views.map((view) => [view.id, view]))
  return ids.map((id, index) => {
    const view = byId.get(id) ?? refuse('platform.not_found', { what: 'artifact type' }, index)
    unit.record([
      practiceEvent(unit, kind, { subject: { kind: 'artifactType', id }, data: { name: view.name } }),
    ])
    return view
  })
}
