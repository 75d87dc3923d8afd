import { operations } from '@millrace/contract'
import { type CaseModel, walkModel, withoutPeople } from '@millrace/core/case'
import { command, demand, refuse, type Unit } from '../../../platform/commands/index.ts'
import { CaseSet } from '../case-set.ts'
import { checkReferences } from '../check-references.ts'
import { demandOpen } from '../policy.ts'
import { findCases } from '../queries/find-cases.ts'
import { TemplateSet } from '../template-set.ts'
import { changeEach, demanded } from './change-each.ts'

/** Makes templates for cases, and changes their drafts. */
export const saveTemplate = command(operations['case.saveTemplate'], async (unit, inputs) => {
  await checkModels(
    unit,
    inputs.map(({ model }) => model),
  )
  const ids = inputs.map(({ id }) => id)
  const set = await TemplateSet.load(unit, { ids, names: inputs.map(({ name }) => name) })
  inputs.forEach((input, index) => set.write(input, index))
  return await set.save(ids)
})

/** Whether the people and teams that plans name are there; the refusal says in which of them they are not. */
async function checkModels(unit: Unit, models: readonly CaseModel[]): Promise<void> {
  const works = models.flatMap((model, index) =>
    walkModel(model).map(({ item }) => ({ index, work: item.work })),
  )
  await checkReferences(
    unit,
    works.map(({ work }) => work),
    (place) => works[place]?.index ?? 0,
  )
}

/** Publishes the drafts of templates. */
export const publishTemplate = command(operations['case.publishTemplate'], async (unit, inputs) => {
  const ids = inputs.map(({ id }) => id)
  const set = await TemplateSet.load(unit, { ids })
  inputs.forEach((input, index) => set.publish(input, index))
  return await set.save(ids)
})

/** Takes templates away. */
export const removeTemplate = command(operations['case.removeTemplate'], async (unit, inputs) => {
  const ids = inputs.map(({ id }) => id)
  const set = await TemplateSet.load(unit, { ids })
  inputs.forEach((input, index) => set.remove(input, index))
  return await set.save(ids)
})

/** Brings templates back. */
export const restoreTemplate = command(operations['case.restoreTemplate'], async (unit, inputs) => {
  const ids = inputs.map(({ id }) => id)
  const set = await TemplateSet.load(unit, { ids })
  inputs.forEach(({ id }, index) => set.restore(id, index))
  return await set.save(ids)
})

/** Keeps plans of cases as drafts of templates, without what was of one case only: who was responsible for it. */
export const keepAsTemplate = command(operations['case.keepAsTemplate'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const caseIds = inputs.map(({ containerId }) => containerId)
  const known = await findCases(tx, organisationId, caseIds)
  const cases = await CaseSet.load(unit, [...new Set(caseIds)])
  const ids = inputs.map(({ id }) => id)
  const set = await TemplateSet.load(unit, { ids, names: inputs.map(({ name }) => name) })
  inputs.forEach(({ containerId, id, name, description }, index) => {
    demand(
      unit.principal.access,
      { permission: 'item.write', containerIds: [containerId], what: 'case' },
      index,
    )
    const found = known.get(containerId) ?? refuse('platform.not_found', { what: 'case' }, index)
    const model = cases.find(containerId)?.standing?.model
    if (!model || walkModel(model).length === 0)
      return refuse('case.nothing_planned', { name: found.name }, index)
    if (set.find(id)) refuse('platform.exists', { what: 'template' }, index)
    set.write({ id, name, description, model: withoutPeople(model) }, index)
  })
  return await set.save(ids)
})

/** Begins cases by templates, in which nothing is planned yet. */
export const beginByTemplate = command(operations['case.beginByTemplate'], async (unit, inputs) => {
  const ids = inputs.map(({ templateId }) => templateId)
  const templates = await TemplateSet.load(unit, { ids })
  return await changeEach(unit, inputs, {
    change: ({ set, held, speaker, index }, { containerId, templateId }) => {
      demandOpen(held, index)
      const published = templates.publishedOf(templateId, index)
      const { model } = set.begun(containerId).standing
      if (walkModel(model).length > 0) refuse('case.planned_already', { name: held.info.name }, index)
      const edit = { kind: 'use' as const, model: published.model }
      demanded(set.say(containerId, { kind: 'edit', edit, planIn: null }, speaker), index)
      set.usedTemplate(containerId, published.id)
    },
  })
})
