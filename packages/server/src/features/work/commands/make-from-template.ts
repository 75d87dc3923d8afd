import { operations, type ParsedInputOf } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import { freshGate, type Phase } from '@millrace/core/schedule'
import { COPY_MAX, fillTemplate, shiftTo, type TemplateWork, type WorkItem } from '@millrace/core/work'
import { accepted, command, mayInOrganisation, refuse, type Unit } from '../../../platform/commands/index.ts'
import { getCatalogue } from '../catalogue-cache.ts'
import { openCopies } from '../open-copies.ts'
import { findItems } from '../queries/find-items.ts'
import { findTemplates, seesTemplate } from '../queries/find-templates.ts'
import { findKnownPeople } from '../queries/read-template-source.ts'
import type { KeptPhase, PlanOfTemplate, TemplatePlace, TemplateRow } from '../template-content.ts'
import { createContainer } from './create-container.ts'
import { checkHome } from './create-item.ts'
import { saveView } from './keep-view.ts'

/** So many items are made in one transaction. */
const AT_ONCE_MAX = 2 * COPY_MAX

type Wish = ParsedInputOf<(typeof operations)['work.makeFromTemplate']>
type Making = { readonly wish: Wish; readonly row: TemplateRow; readonly index: number }

/** Begins work anew from templates. */
export const makeFromTemplate = command(operations['work.makeFromTemplate'], async (unit, inputs) => {
  const found = await findTemplates(
    unit.tx,
    unit.organisationId,
    inputs.map(({ id }) => id),
  )
  const count = inputs.reduce((sum, { id }) => sum + (found.get(id)?.content.work.items.length ?? 0), 0)
  if (count > AT_ONCE_MAX) refuse('work.copy_too_large', { max: AT_ONCE_MAX })
  const outputs = []
  // Each may make a thousand items: they follow each other, and every one is a few statements.
  for (const [index, wish] of inputs.entries()) {
    const row = found.get(wish.id)
    if (!row || !seesTemplate(unit.principal, row)) refuse('platform.not_found', { what: 'template' }, index)
    const making = { wish, row, index }
    outputs.push(await (row.kind === 'item' ? makeItem(unit, making) : makeContainer(unit, making)))
  }
  return outputs
})

async function makeItem(unit: Unit, { wish, row, index }: Making) {
  const { containerId, parentId, madeId: id, startsOn, name } = wish
  if (containerId === undefined) return refuse('work.template_needs_place', {}, index)
  checkHome(unit, containerId, index)
  if (parentId !== null) await demandParent(unit, parentId, index)
  const { work } = row.content
  const root = { id, title: name ?? work.items[0]?.title ?? row.name, parentId }
  const made = await fill(unit, { work, startsOn, containerId, root, index })
  const item = made.items.get(id) ?? refuse('platform.not_found', { what: 'item' }, index)
  return { kind: row.kind, key: item.key, itemCount: made.items.size }
}

/** Only under what one can see. */
async function demandParent(unit: Unit, parentId: string, index: number): Promise<void> {
  const [parent] = await findItems(unit.tx, unit.organisationId, [parentId])
  const { access } = unit.principal
  const isSeen = parent?.containerIds.some((id) => access.containers === 'all' || access.containers.has(id))
  if (!isSeen) refuse('work.parent_unknown', {}, index)
}

async function makeContainer(unit: Unit, { wish, row, index }: Making) {
  const { madeId: id, key, startsOn } = wish
  if (row.kind === 'item') return refuse('platform.not_found', { what: 'template' }, index)
  if (!mayInOrganisation(unit.principal, 'container.create'))
    refuse('platform.not_allowed', { permission: 'container.create' }, index)
  if (key === undefined) return refuse('work.template_needs_key', {}, index)
  const { work, place } = row.content
  const kept = await keptWithPlace(unit, row)
  const subject = wish.subject ?? place?.subject ?? null
  const { visibility, name = row.name } = wish
  const opened = { ...kept, id, kind: row.kind, key, name, visibility, startsOn, subject }
  await createContainer.run(unit, [opened])
  const made = await fill(unit, { work, startsOn, containerId: id, root: null, index })
  if (place) {
    await keepViews(unit, id, place)
    const to = { work, startsOn, idOf: made.idOf, containerId: id, deciders: await decidersOf(unit, place) }
    unit.record([usedEvent(unit, id, planFor(place, to, unit))])
  }
  return { kind: row.kind, key, itemCount: made.items.size }
}

/** What a container has from its template; a type that is gone is the usual one. */
async function keptWithPlace(unit: Unit, { content: { place }, kind, name }: TemplateRow) {
  if (!place) return { wishedEndState: kind === 'case' ? name : null }
  const { types } = await getCatalogue(unit.tx, unit.organisationId)
  const { description, wishedEndState, defaultTypeId, defaultArea } = place
  return {
    ...{ description, wishedEndState, defaultArea },
    ...(types.has(defaultTypeId) ? { defaultTypeId } : {}),
  }
}

async function keepViews(unit: Unit, containerId: string, place: TemplatePlace): Promise<void> {
  if (place.views.length === 0) return
  await saveView.run(
    unit,
    place.views.map((view) => ({
      ...{ ...view, id: unit.newId(), containerId, isShared: true, isLocked: false },
    })),
  )
}

type Filling = {
  readonly work: TemplateWork
  readonly startsOn: string
  readonly containerId: string
  readonly root: Parameters<typeof fillTemplate>[1]['root']
  readonly index: number
}

async function fill(unit: Unit, { work, index, ...wish }: Filling) {
  const { tx, organisationId } = unit
  const catalogue = await getCatalogue(tx, organisationId)
  const named = [
    ...work.items.flatMap((item) => [item.responsibleId, item.accountableId]),
    ...work.lines.map((line) => line.responsibleId),
  ]
  const personIds = await findKnownPeople(tx, organisationId, [...new Set(named.filter((id) => id !== null))])
  const known = { typeIds: new Set(catalogue.types.keys()), personIds, rules: catalogue }
  const filled = accepted(
    fillTemplate(work, { ...wish, known }, () => unit.newId()),
    index,
  )
  const items =
    filled.copies.length === 0 ? new Map<string, WorkItem>() : await openCopies(unit, filled.copies)
  return { items, idOf: filled.idOf }
}

/** Who decides at gates, as far as they are still there. */
async function decidersOf(unit: Unit, place: TemplatePlace): Promise<ReadonlySet<string>> {
  const named = place.phases.flatMap(({ gate }) => gate?.deciderId ?? [])
  return await findKnownPeople(unit.tx, unit.organisationId, [...new Set(named)])
}

type PlanTo = Pick<Filling, 'work' | 'startsOn' | 'containerId'> & {
  readonly idOf: ReadonlyMap<string, string>
  readonly deciders: ReadonlySet<string>
}

/** The phases begin anew: the first is the current one, the second the next, all others come later. */
function planFor(place: TemplatePlace, to: PlanTo, unit: Unit): PlanOfTemplate {
  const shift = shiftTo(to.work.unit, { anchorOn: to.work.anchorOn, startsOn: to.startsOn })
  const moved = (day: string | null) => (day === null ? null : shift(day))
  const phaseIds = new Map(place.phases.map(({ id }) => [id, unit.newId<'Phase'>()]))
  const phases = place.phases.map((phase, index) => ({
    ...phase,
    ...rangesOf(phase),
    id: phaseIds.get(phase.id) ?? phase.id,
    projectId: to.containerId,
    state: (['current', 'next'] as const)[index] ?? ('later' as const),
    startsOn: moved(phase.startsOn),
    finishLowOn: moved(phase.finishLowOn),
    finishHighOn: moved(phase.finishHighOn),
    gate: gateOf(phase, moved, to.deciders),
    version: 1,
  }))
  const phaseOf = place.phaseOf.flatMap(({ itemId, phaseId }) => {
    const [item, phase] = [to.idOf.get(itemId), phaseIds.get(phaseId)]
    return item !== undefined && phase !== undefined ? [{ itemId: item, phaseId: phase }] : []
  })
  const packages = (place.packages ?? []).flatMap((ranges) => {
    const itemId = to.idOf.get(ranges.itemId)
    return itemId === undefined ? [] : [{ ...ranges, itemId }]
  })
  return { phases, phaseOf, packages, hasRollingWave: place.hasRollingWave }
}

function rangesOf({ durationLowMin, durationHighMin, peopleLow, peopleHigh }: KeptPhase) {
  return {
    durationLowMin: durationLowMin ?? null,
    durationHighMin: durationHighMin ?? null,
    peopleLow: peopleLow ?? null,
    peopleHigh: peopleHigh ?? null,
  }
}

/** The gate with nothing met and nothing decided; whoever is gone decides no more. */
function gateOf(
  { gate }: KeptPhase,
  moved: (day: string | null) => string | null,
  deciders: ReadonlySet<string>,
): Phase['gate'] {
  if (!gate) return null
  const { dueOn, deciderId } = gate
  const isKnown = deciderId !== null && deciders.has(deciderId)
  return { ...freshGate(gate), dueOn: moved(dueOn), deciderId: isKnown ? deciderId : null }
}

function usedEvent(unit: Unit, containerId: string, plan: PlanOfTemplate): Event {
  return {
    id: unit.newId<'Event'>(),
    kind: 'work.template_used',
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'container', id: containerId },
    containerId,
    data: plan,
  }
}
