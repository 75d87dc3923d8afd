import { operations, type ParsedInputOf } from '@millrace/contract'
import { checkComplete, checkNorm, publishDescription } from '@millrace/core/practice'
import { accepted, checkVersion, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { renamePractices } from '../../work/index.ts'
import { Catalogue } from '../catalogue.ts'
import { practiceEvent } from '../practice-event.ts'
import { findStates, type KnownState } from '../queries/find-artifact-types.ts'
import { findAttachable } from '../queries/find-attachable.ts'
import { readPractices } from '../queries/find-practices.ts'
import { insertVersions, type NewVersion, type Practice } from '../store/practices.ts'

type Saved = ParsedInputOf<(typeof operations)['practice.savePractice']>

/** Adds practices, or changes them; the items that name them go along when they are renamed. */
export const savePractice = command(operations['practice.savePractice'], async (unit, inputs) => {
  const catalogue = await Catalogue.load(unit)
  const states = await findStates(
    unit.tx,
    unit.organisationId,
    inputs.flatMap(({ inputs: begins, outputs }) => [...begins, ...outputs]),
  )
  const attachable = await findAttachable(
    unit,
    inputs.flatMap(({ description }) => description.attachment ?? []),
  )
  inputs.forEach((input, index) => {
    const before = catalogue.find(input.id)
    if (before) {
      catalogue.live(input.id, index)
      checkVersion({ version: before.version, what: 'practice' }, input, index)
    }
    accepted(checkNorm(input.name, input.norm), index)
    if (catalogue.parts(input.id).published) accepted(checkComplete(input), index)
    refuseUnknown(input, { catalogue, states, attachable, index })
    const { version: _version, inputs: begins, outputs, after, ...fields } = input
    const fresh = { changedAt: unit.now, changedBy: null, archivedAt: null, version: 0 }
    catalogue.put({ ...fresh, ...before, ...fields }, { inputs: begins, outputs, after }, index)
  })
  inputs.forEach((input, index) => refuseStrangers(input, { catalogue, index }))
  catalogue.checkOrder(inputs.length - 1)
  await catalogue.save()
  await renamePractices(unit, catalogue.renamings)
  return await told(unit, { ids: idsOf(inputs), kind: 'saved' })
})

type Known = {
  readonly catalogue: Catalogue
  readonly states: ReadonlyMap<string, KnownState>
  readonly attachable: ReadonlySet<string>
  readonly index: number
}

/** What a practice named before it may go on naming, whatever became of it. */
function refuseUnknown(input: Saved, { catalogue, states, attachable, index }: Known): void {
  const { inputs: begins, outputs } = catalogue.parts(input.id)
  const before = new Set([...begins, ...outputs])
  const isKnown = (id: string) => before.has(id) || states.get(id)?.is_archived === false
  if (![...input.inputs, ...input.outputs].every(isKnown))
    refuse('platform.reference_unknown', { field: 'artifact' }, index)
  const { attachment } = input.description
  const isKept = attachment?.id === catalogue.find(input.id)?.description.attachment?.id
  if (attachment && !isKept && !attachable.has(attachment.id))
    refuse('platform.reference_unknown', { field: 'attachment' }, index)
}

/** Practices of one batch may name each other. */
function refuseStrangers({ after }: Saved, { catalogue, index }: Pick<Known, 'catalogue' | 'index'>): void {
  if (after.some((id) => !catalogue.find(id)))
    refuse('platform.reference_unknown', { field: 'practice' }, index)
}

/** Makes drafts of descriptions versions that are worked by. */
export const publishPractice = command(operations['practice.publishPractice'], async (unit, inputs) => {
  const catalogue = await Catalogue.load(unit)
  const numbers = new Map<string, NewVersion>()
  inputs.forEach((input, index) => {
    const practice = catalogue.live(input.id, index)
    checkVersion({ version: practice.version, what: 'practice' }, input, index)
    const { outputs, published } = catalogue.parts(input.id)
    const { description } = practice
    const number = accepted(
      publishDescription({ ...practice, outputs }, numbers.get(input.id) ?? published),
      index,
    )
    numbers.set(input.id, { practiceId: input.id, number, description, note: input.note })
    put(catalogue, practice, index)
  })
  await catalogue.save()
  await insertVersions(unit, [...numbers.values()])
  return await told(unit, { ids: idsOf(inputs), kind: 'published' })
})

/** Archives practices. */
export const archivePractice = command(operations['practice.archivePractice'], async (unit, inputs) => {
  const catalogue = await Catalogue.load(unit)
  inputs.forEach(({ id }, index) => {
    const practice = catalogue.get(id, index)
    if (practice.archivedAt === null) put(catalogue, { ...practice, archivedAt: unit.now }, index)
  })
  await catalogue.save()
  return await told(unit, { ids: idsOf(inputs), kind: 'archived' })
})

/** Brings archived practices back. */
export const restorePractice = command(operations['practice.restorePractice'], async (unit, inputs) => {
  const catalogue = await Catalogue.load(unit)
  inputs.forEach(({ id }, index) => {
    const practice = catalogue.get(id, index)
    if (practice.archivedAt !== null) put(catalogue, { ...practice, archivedAt: null }, index)
    catalogue.checkOrder(index)
  })
  await catalogue.save()
  return await told(unit, { ids: idsOf(inputs), kind: 'restored' })
})

function put(catalogue: Catalogue, practice: Practice, index: number): void {
  catalogue.put(practice, catalogue.parts(practice.id), index)
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id)
}

/** Records what was done to practices, and answers with how they are now. */
async function told(unit: Unit, { ids, kind }: { readonly ids: readonly string[]; readonly kind: string }) {
  const views = await readPractices(unit.tx, unit.organisationId, ids)
  const byId = new Map(views.map((view) => [view.id, view]))
  return ids.map((id, index) => {
    const view = byId.get(id) ?? refuse('platform.not_found', { what: 'practice' }, index)
    const subject = { kind: 'practice', id }
    unit.record([practiceEvent(unit, kind, { subject, data: { name: view.name, version: view.version } })])
    return view
  })
}
