import { operations } from '@millrace/contract'
import { demand, query, refuse } from '../../../platform/commands/index.ts'
import { presentForm } from '../present-form.ts'
import { findForms, readFormsOf } from './find-forms.ts'
import { demandProcess } from './get-process.ts'

/** The forms of a process. */
export const listForms = query(operations['process.listForms'], async (context, { containerId }) => {
  await demandProcess(context, containerId)
  return { forms: await readFormsOf(context.tx, context.organisationId, containerId) }
})

/** A form with what it asks. */
export const getForm = query(operations['process.getForm'], async (context, { id }) => {
  const { tx, organisationId, principal } = context
  const [form] = await findForms(tx, organisationId, [id])
  if (!form) return refuse('platform.not_found', { what: 'form' })
  demand(principal.access, { permission: 'container.read', containerIds: [form.processId], what: 'form' })
  return presentForm(form)
})
