import { operations, type ParsedInputOf } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import { EMPTY_TEMPLATE, keepAsTemplate, withTemplateLines } from '@millrace/core/work'
import {
  accepted,
  checkVersion,
  command,
  demand,
  mayInOrganisation,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { loadTemplateContent } from '../load-template-content.ts'
import { countTemplates, findTemplates, mayChangeTemplate, presentWhole } from '../queries/find-templates.ts'
import { deleteTemplates, saveTemplates } from '../store/templates.ts'
import type { TemplateContent, TemplateRow } from '../template-content.ts'

/** More, and nobody finds the right one. */
const TEMPLATES_MAX = 1_000

type New = ParsedInputOf<(typeof operations)['work.saveTemplate']>

/** Keeps work as templates. */
export const saveTemplate = command(operations['work.saveTemplate'], async (unit, inputs) => {
  const ids = inputs.map(({ id }) => id)
  const [taken, count] = [
    await findTemplates(unit.tx, unit.organisationId, ids),
    await countTemplates(unit.tx, unit.organisationId),
  ]
  if (taken.size > 0 || new Set(ids).size < ids.length) refuse('platform.exists', { what: 'template' })
  if (count + inputs.length > TEMPLATES_MAX) refuse('work.templates_full', { max: TEMPLATES_MAX })
  inputs.forEach((input, index) => demandPlace(unit, input.placeId, index))
  const loaded = await loadTemplateContent(
    unit,
    inputs.map(({ from }) => from),
  )
  const rows = inputs.map((input, index): TemplateRow => {
    const { id, name, description, placeId } = input
    const { kind, content } = contentOf(input, loaded[index] ?? null, index)
    return {
      ...{ id, kind, name, description, place_id: placeId, created_by: unit.principal.personId },
      ...{ content, created_at: unit.now, version: 1 },
    }
  })
  await saveTemplates(unit, rows)
  unit.record(rows.map((row) => templateEvent(unit, 'work.template_saved', row)))
  return rows.map((row) => presentWhole(row, unit.principal))
})

type Loaded = Awaited<ReturnType<typeof loadTemplateContent>>[number]

function contentOf(
  { from, unit, startsOn }: New,
  loaded: Loaded,
  index: number,
): { readonly kind: TemplateRow['kind']; readonly content: TemplateContent } {
  if (from.kind === 'lines') {
    const work = accepted(withTemplateLines(EMPTY_TEMPLATE, { unit, lines: from.lines }), index)
    return { kind: from.for, content: { work, place: null } }
  }
  if (!loaded) return refuse('platform.not_found', { what: from.kind }, index)
  const work = accepted(keepAsTemplate(loaded.source, { unit, startsOn }), index)
  return { kind: loaded.kind, content: { work, place: loaded.place } }
}

/** A template is kept where one may write, or for everybody by whoever is not a guest. */
function demandPlace(unit: Unit, placeId: string | null, index: number): void {
  if (placeId !== null)
    demand(
      unit.principal.access,
      { permission: 'item.write', containerIds: [placeId], what: 'container' },
      index,
    )
  else if (!mayInOrganisation(unit.principal, 'container.create'))
    refuse('platform.not_allowed', { permission: 'container.create' }, index)
}

/** Changes templates. */
export const changeTemplate = command(operations['work.changeTemplate'], async (unit, inputs) => {
  const found = new Map(await ownTemplates(unit, inputs))
  const changed = inputs.map((input, index): TemplateRow => {
    const row = found.get(input.id) ?? refuse('platform.not_found', { what: 'template' }, index)
    checkVersion({ version: row.version, what: 'template' }, input, index)
    const { patch } = input
    if (patch.placeId !== undefined && patch.placeId !== row.place_id) demandPlace(unit, patch.placeId, index)
    const { work } = row.content
    const { lines, unit: counted = work.unit } = patch
    const next = {
      ...row,
      name: patch.name ?? row.name,
      description: patch.description ?? row.description,
      place_id: patch.placeId === undefined ? row.place_id : patch.placeId,
      content: {
        ...row.content,
        work: lines
          ? accepted(withTemplateLines(work, { unit: counted, lines }), index)
          : { ...work, unit: counted },
      },
      version: row.version + 1,
    }
    found.set(next.id, next)
    return next
  })
  await saveTemplates(unit, [...found.values()])
  unit.record(changed.map((row) => templateEvent(unit, 'work.template_changed', row)))
  return changed.map((row) => presentWhole(row, unit.principal))
})

/** Forgets templates. */
export const removeTemplate = command(operations['work.removeTemplate'], async (unit, inputs) => {
  const found = await ownTemplates(unit, inputs)
  await deleteTemplates(unit, [...found.keys()])
  unit.record([...found.values()].map((row) => templateEvent(unit, 'work.template_removed', row)))
  return inputs.map(() => ({}))
})

async function ownTemplates(
  unit: Unit,
  inputs: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, TemplateRow>> {
  const { tx, organisationId, principal } = unit
  const found = await findTemplates(
    tx,
    organisationId,
    inputs.map(({ id }) => id),
  )
  inputs.forEach(({ id }, index) => {
    const row = found.get(id)
    if (!row || !mayChangeTemplate(principal, row)) refuse('platform.not_found', { what: 'template' }, index)
  })
  return found
}

function templateEvent(unit: Unit, kind: string, row: TemplateRow): Event {
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'template', id: row.id },
    containerId: row.place_id,
    data: { name: row.name },
  }
}
