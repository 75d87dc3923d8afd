import { operations, type ParsedInputOf } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import { deriveSteps, type ProcessFault, type ProcessGraph, STEPS_MAX } from '@millrace/core/process'
import { checkVersion, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { checkRuleTasks } from '../decisions/check-rule-tasks.ts'
import { type Compiled, compileModel, type NotCompiled } from '../graphs.ts'
import { pinForms } from '../pin-forms.ts'
import { homeFor, personOf } from '../policy.ts'
import { presentModel } from '../present.ts'
import { type Home, lockHomes } from '../queries/find-homes.ts'
import { findCurrentModels } from '../queries/find-models.ts'
import { findStepsOf } from '../queries/find-steps.ts'
import { replaceStartEvents, type StartEventRow } from '../store/messages.ts'
import { deleteDrafts, type ProcessModel, saveModels } from '../store/models.ts'
import { insertSteps, updateSteps } from '../store/steps.ts'

/** The models of some processes as a batch finds and changes them. */
type Models = { readonly homes: ReadonlyMap<string, Home>; readonly current: Map<string, ProcessModel> }

async function loadModelsOf(
  unit: Unit,
  inputs: readonly { readonly containerId: string }[],
): Promise<Models> {
  const processIds = [...new Set(inputs.map((input) => input.containerId))]
  const homes = await lockHomes(unit, processIds)
  const models = await findCurrentModels(unit.tx, unit.organisationId, processIds)
  return { homes, current: new Map(models.map((model) => [placeOf(model.processId, model.state), model])) }
}

function placeOf(processId: string, state: ProcessModel['state']): string {
  return `${processId} ${state}`
}

/** Keeps models that are not published yet. */
export const saveDraft = command(operations['process.saveDraft'], async (unit, inputs) => {
  const { homes, current } = await loadModelsOf(unit, inputs)
  const drafts = inputs.map((input, index) => {
    homeFor(unit, homes, { id: input.containerId, permission: 'container.manage', index })
    const place = placeOf(input.containerId, 'draft')
    const draft = draftWith(unit, { before: current.get(place), input, index })
    current.set(place, draft)
    return draft
  })
  await saveModels(unit, [...new Map(drafts.map((draft) => [draft.id, draft])).values()])
  unit.record(drafts.map((draft) => modelEvent(unit, 'process.draft_saved', draft)))
  return drafts.map(presentModel)
})

type Draft = ParsedInputOf<(typeof operations)['process.saveDraft']>

function draftWith(
  unit: Unit,
  of: { readonly before: ProcessModel | undefined; readonly input: Draft; readonly index: number },
): ProcessModel {
  const { before, index } = of
  const { containerId, xml, version } = of.input
  if (version !== undefined && version !== (before?.version ?? null))
    refuse('platform.version_old', { what: 'draft', version: before?.version ?? 0 }, index)
  const made = compileModel(xml)
  const elementId = made.ok ? made.compiled.graph.id : null
  if (before) return { ...before, xml, elementId, version: before.version + 1 }
  return { ...blank(unit, containerId), state: 'draft', xml, elementId }
}

function blank(unit: Unit, processId: string): ProcessModel {
  return {
    ...{
      id: unit.newId<'ProcessVersion'>(),
      processId,
      number: null,
      state: 'draft',
      xml: '',
      elementId: null,
      note: '',
    },
    ...{
      createdAt: unit.now,
      createdBy: personOf(unit),
      publishedAt: null,
      publishedBy: null,
      suspension: null,
      version: 1,
    },
  }
}

/** Throws drafts away. */
export const discardDraft = command(operations['process.discardDraft'], async (unit, inputs) => {
  const { homes, current } = await loadModelsOf(unit, inputs)
  const drafts = inputs.map((input, index) => {
    const home = homeFor(unit, homes, { id: input.containerId, permission: 'container.manage', index })
    const draft =
      current.get(placeOf(home.id, 'draft')) ?? refuse('process.no_draft', { name: home.name }, index)
    checkVersion({ version: draft.version, what: 'draft' }, input, index)
    return draft
  })
  await deleteDrafts(
    unit,
    drafts.map(({ id }) => id),
  )
  unit.record(drafts.map((draft) => modelEvent(unit, 'process.draft_discarded', draft)))
  return drafts.map(() => ({}))
})

/** Publishes models: new instances run by them. */
export const publishModel = command(operations['process.publishModel'], async (unit, inputs) => {
  const { homes, current } = await loadModelsOf(unit, inputs)
  const published = inputs.map((input, index) => {
    const home = homeFor(unit, homes, { id: input.containerId, permission: 'container.manage', index })
    const draft = current.get(placeOf(home.id, 'draft'))
    if (draft) checkVersion({ version: draft.version, what: 'draft' }, input, index)
    const xml = input.xml ?? draft?.xml ?? refuse('process.no_draft', { name: home.name }, index)
    const made = compileModel(xml)
    if (!made.ok) return refuseModel(made.why, index)
    const before = current.get(placeOf(home.id, 'published'))
    const model: ProcessModel = {
      ...(draft ?? blank(unit, home.id)),
      ...{ number: (before?.number ?? 0) + 1, state: 'published', xml, elementId: made.compiled.graph.id },
      ...{ note: input.note, publishedAt: unit.now, publishedBy: personOf(unit), suspension: null },
    }
    current.set(placeOf(home.id, 'published'), model)
    current.delete(placeOf(home.id, 'draft'))
    return { model, compiled: made.compiled, index }
  })
  await checkRuleTasks(
    unit,
    published.map(({ model, compiled, index }) => ({ processId: model.processId, compiled, index })),
  )
  await saveModels(
    unit,
    published.map(({ model }) => model),
  )
  await pinForms(unit, published)
  await takeSteps(unit, published)
  takeStarts(unit, published)
  unit.record(published.map(({ model }) => modelEvent(unit, 'process.published', model)))
  return published.map(({ model }) => presentModel(model))
})

type Published = { readonly model: ProcessModel; readonly compiled: Compiled; readonly index: number }

/** The steps of processes become those of their new versions; of several for one process, the last. */
async function takeSteps(unit: Unit, published: readonly Published[]): Promise<void> {
  const last = new Map(published.map((one) => [one.model.processId, one]))
  const steps = await findStepsOf(unit.tx, unit.organisationId, [...last.keys()])
  const derived = [...last.values()].map(({ model, compiled, index }) => {
    const own = steps.filter(({ processId }) => processId === model.processId)
    const { now, newId } = unit
    const made = deriveSteps(compiled.graph, own, { processId: model.processId, now, newId })
    if (made.order.length > STEPS_MAX) refuse('process.too_many_steps', { max: STEPS_MAX }, index)
    return made
  })
  const [added, changed] = [derived.flatMap((one) => one.added), derived.flatMap((one) => one.changed)]
  insertSteps(unit, added)
  updateSteps(unit, changed)
  unit.record([
    ...added.map((step): Event => stepEvent(unit, 'process.step_added', step)),
    ...changed.map((step) =>
      stepEvent(unit, step.archivedAt === null ? 'process.step_changed' : 'process.step_archived', step),
    ),
  ])
}

/** What begins by messages and signals begins by those of the new versions; of several for one process, of the last. */
function takeStarts(unit: Unit, published: readonly Published[]): void {
  const last = new Map(published.map((one) => [one.model.processId, one]))
  const rows = [...last.values()].flatMap(({ model, compiled }) =>
    startEventsOf(compiled.graph).map((start) => ({ process_id: model.processId, ...start })),
  )
  replaceStartEvents(unit, [...last.keys()], rows)
}

function startEventsOf({ nodes }: ProcessGraph): readonly Omit<StartEventRow, 'process_id'>[] {
  return (nodes[0]?.starts ?? []).flatMap((place) => {
    const { id, event } = nodes[place] ?? {}
    if (id === undefined || (event?.kind !== 'message' && event?.kind !== 'signal')) return []
    return [{ node: id, kind: event.kind, name: event.name }]
  })
}

const FAULTS = {
  'unknown-reference': 'process.model_unknown_reference',
  'not-executed': 'process.model_not_executed',
  misplaced: 'process.model_misplaced',
  expression: 'process.model_expression',
  'no-start': 'process.model_no_start',
  'no-event': 'process.model_no_event',
  twice: 'process.model_twice',
  'no-id': 'process.model_no_id',
  'too-large': 'process.model_too_large',
  service: 'process.model_service',
} as const satisfies Record<ProcessFault['kind'], string>

function refuseModel(why: NotCompiled, index: number): never {
  if (why.kind === 'unread') return refuse('process.model_unread', { problem: why.refusal.code }, index)
  if (why.kind === 'no-process') return refuse('process.model_empty', {}, index)
  const [first] = why.faults
  if (!first) throw new TypeError('a model that is refused has a fault')
  return refuse(FAULTS[first.kind], { at: first.at, detail: first.detail, count: why.faults.length }, index)
}

function modelEvent(
  unit: Unit,
  kind: 'process.draft_saved' | 'process.draft_discarded' | 'process.published',
  { id, processId, number, note }: ProcessModel,
): Event {
  return {
    ...{ id: unit.newId<'Event'>(), kind, at: unit.now, actor: unit.actor, subject: { kind: 'model', id } },
    containerId: processId,
    data: { number, note },
  }
}

function stepEvent(
  unit: Unit,
  kind: `process.step_${'added' | 'changed' | 'archived'}`,
  step: { readonly id: string; readonly processId: string; readonly name: string },
): Event {
  return {
    ...{
      id: unit.newId<'Event'>(),
      kind,
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'step', id: step.id },
    },
    containerId: step.processId,
    data: { step },
  }
}
