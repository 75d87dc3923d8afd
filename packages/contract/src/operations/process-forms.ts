import { z } from 'zod'
import { operation } from '../operation.ts'
import { processFormRoutes as routes } from '../routes/process-forms.ts'
import { id } from '../schemas/base.ts'
import { askedForm, formFields, formSummary, formView } from '../schemas/process-forms.ts'

/** What is done with the forms of processes. */
export const processFormOperations = {
  'process.saveForm': operation({
    id: 'process.saveForm',
    route: routes['process.saveForm'],
    summary:
      'Make a form, or change the one with this id. Published versions of the process keep the form they were published with.',
    permission: 'container.manage',
    input: formFields.extend({
      id,
      containerId: id,
      version: z.int().optional().describe('Refuse unless the form is at this version'),
    }),
    output: formView,
    refusals: [
      'process.form_faulty',
      'process.form_key_taken',
      'process.form_removed',
      'process.too_many_forms',
      'work.container_archived',
      'platform.version_old',
      'platform.not_found',
      'platform.exists',
    ],
  }),
  'process.removeForm': operation({
    id: 'process.removeForm',
    route: routes['process.removeForm'],
    summary: 'Take a form out of its process. Published versions that ask for it go on as they are.',
    permission: 'container.manage',
    input: z.object({ id, version: z.int().optional() }),
    output: formView,
    refusals: [
      'process.form_removed',
      'work.container_archived',
      'platform.version_old',
      'platform.not_found',
    ],
  }),
  'process.restoreForm': operation({
    id: 'process.restoreForm',
    route: routes['process.restoreForm'],
    summary: 'Bring back a form that was taken out.',
    permission: 'container.manage',
    input: z.object({ id }),
    output: formView,
    refusals: [
      'process.form_key_taken',
      'process.too_many_forms',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
  'process.listForms': operation({
    id: 'process.listForms',
    route: routes['process.listForms'],
    summary: 'The forms of a process by their names; those taken out too.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: z.object({ forms: z.array(formSummary) }),
    refusals: ['platform.not_found'],
  }),
  'process.getForm': operation({
    id: 'process.getForm',
    route: routes['process.getForm'],
    summary: 'A form with what it asks.',
    permission: 'container.read',
    input: z.object({ id }),
    output: formView,
    refusals: ['platform.not_found'],
  }),
  'process.getStartForm': operation({
    id: 'process.getStartForm',
    route: routes['process.getStartForm'],
    summary: 'The form that the newest version of a process is started with by hand.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: z.object({ form: askedForm.nullable() }),
    refusals: ['platform.not_found'],
  }),
  'process.getStepForm': operation({
    id: 'process.getStepForm',
    route: routes['process.getStepForm'],
    summary:
      'The form of the step that an item carries out, as its version was published with it, and the variables it asks for.',
    permission: 'container.read',
    input: z.object({ itemId: id }),
    output: z.object({
      form: askedForm.nullable().describe('Null: it is no open step, or has no form'),
      variables: z.record(z.string(), z.unknown()),
    }),
    refusals: ['platform.not_found'],
  }),
} as const
