import { type CaseModelView, operations } from '@millrace/contract'
import type { z } from 'zod'
import { query, refuse } from '../../../platform/commands/index.ts'
import { findTemplateViews, findVersions, listTemplateViews } from './find-templates.ts'

/** The templates of cases. */
export const listTemplates = query(operations['case.listTemplates'], async (context, { archived }) => {
  const { tx, organisationId } = context
  return { templates: [...(await listTemplateViews(tx, organisationId, archived))] }
})

/** A template with its plans. */
export const getTemplate = query(operations['case.getTemplate'], async (context, { id }) => {
  const { tx, organisationId } = context
  const [views, versions] = await Promise.all([
    findTemplateViews(tx, organisationId, [id]),
    findVersions(tx, organisationId, [id]),
  ])
  const template = views.get(id) ?? refuse('platform.not_found', { what: 'template' })
  const modelOf = (isDraft: boolean) =>
    versions.find(({ number }) => (number === null) === isDraft)?.model ?? null
  return { template, draft: answered(modelOf(true)), published: answered(modelOf(false)) }
})

/** The plan as the schema of the answer has it. */
function answered(model: CaseModelView | null) {
  return model as Answered | null // Only that nobody changes it is not said by the schema.
}

type Answered = z.output<(typeof operations)['case.saveTemplate']['input']>['model']
