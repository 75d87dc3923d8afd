import { z } from 'zod'
import { operation } from '../operation.ts'
import { workRoutes } from '../routes/work.ts'
import { id } from '../schemas/base.ts'
import {
  fieldAudience,
  fieldKind,
  fieldOptions,
  fieldView,
  formulaSource,
  labelView,
  rollUp,
  typeDefaults,
  typeView,
  workflow,
} from '../schemas/directory.ts'

const typeFields = {
  name: z.string().trim().min(1).max(60),
  icon: z.string().max(40),
  workflow,
  required: z.record(z.string(), z.array(z.string().max(100)).max(50)),
  readinessGate: z.enum(['hard', 'soft']),
  needsAcceptance: z.boolean(),
  needsNotice: z.boolean(),
  defaults: typeDefaults.describe('What a new item begins with'),
  fieldIds: z
    .array(id)
    .max(200)
    .nullable()
    .describe('The own fields its items show, in this order; null: all of them'),
}
const formulaRules = [
  'formula.empty',
  'formula.too_long',
  'formula.too_large',
  'formula.too_deep',
  'formula.character_not_allowed',
  'formula.quote_open',
  'formula.unexpected',
  'formula.unfinished',
  'formula.name_unknown',
  'formula.function_unknown',
  'formula.type_wrong',
  'formula.arguments_wrong',
  'formula.cycle',
  'formula.result_wrong',
  'formula.measure_wrong',
  'formula.on_roll_up',
] as const
const typeRules = [
  'work.state_unknown',
  'work.required_field_wrong',
  'work.text_too_long',
  'work.label_unknown',
  'work.field_unknown',
  'work.field_computed',
  'work.field_value_wrong',
  'platform.reference_unknown',
] as const
const workflowRules = [
  'work.workflow_state_twice',
  'work.workflow_without_end',
  'work.workflow_end_unreachable',
  'work.workflow_move_unknown',
  'work.workflow_limit_too_small',
] as const

/** What items are: their types, fields and labels. */
export const workCatalogueOperations = {
  'work.createType': operation({
    id: 'work.createType',
    route: workRoutes['work.createType'],
    summary: 'Add a type of item with its own workflow.',
    permission: 'organisation.manage',
    input: z.object({ ...z.object(typeFields).partial().shape, id, name: typeFields.name, workflow }),
    output: typeView,
    refusals: [...workflowRules, ...typeRules, 'platform.exists'],
  }),
  'work.changeType': operation({
    id: 'work.changeType',
    route: workRoutes['work.changeType'],
    summary: 'Change a type of item. A state that items are in cannot be taken away.',
    permission: 'organisation.manage',
    input: z.object({ id, patch: z.object({ ...typeFields, isArchived: z.boolean() }).partial() }),
    output: typeView,
    refusals: [...workflowRules, ...typeRules, 'work.workflow_state_in_use'],
  }),
  'work.createField': operation({
    id: 'work.createField',
    route: workRoutes['work.createField'],
    summary: 'Add a custom field.',
    permission: 'organisation.manage',
    input: z.object({
      id,
      key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
      name: z.string().trim().min(1).max(100),
      kind: fieldKind,
      options: fieldOptions.default([]),
      formula: formulaSource.nullable().default(null).describe('Of a formula: how it is written'),
      rollUp: rollUp.nullable().default(null).describe('Of a roll-up: what it gathers'),
      seenBy: fieldAudience.nullable().default(null),
      changedBy: fieldAudience.nullable().default(null),
    }),
    output: fieldView,
    refusals: ['work.key_taken', 'platform.exists', 'platform.reference_unknown', ...formulaRules],
  }),
  'work.changeField': operation({
    id: 'work.changeField',
    route: workRoutes['work.changeField'],
    summary:
      'Rename a custom field, change its choices, its formula or what it gathers, say who sees and changes it, or retire it.',
    permission: 'organisation.manage',
    input: z.object({
      id,
      patch: z
        .object({
          name: z.string().trim().min(1).max(100),
          options: fieldOptions,
          formula: formulaSource,
          rollUp,
          seenBy: fieldAudience.nullable(),
          changedBy: fieldAudience.nullable(),
          isArchived: z.boolean(),
        })
        .partial(),
    }),
    output: fieldView,
    refusals: [...formulaRules, 'formula.breaks', 'platform.reference_unknown'],
  }),
  'work.createLabel': operation({
    id: 'work.createLabel',
    route: workRoutes['work.createLabel'],
    summary: 'Add a label.',
    permission: 'container.create',
    input: z.object({
      id,
      name: z.string().trim().min(1).max(60),
      colour: z
        .string()
        .regex(/^[a-z]{3,10}$/)
        .default('gray'),
    }),
    output: labelView,
    refusals: ['work.name_taken', 'platform.exists'],
  }),
  'work.changeLabel': operation({
    id: 'work.changeLabel',
    route: workRoutes['work.changeLabel'],
    summary: 'Rename, recolour or retire a label.',
    permission: 'container.create',
    input: z.object({
      id,
      patch: z
        .object({
          name: z.string().trim().min(1).max(60),
          colour: z.string().regex(/^[a-z]{3,10}$/),
          isArchived: z.boolean(),
        })
        .partial(),
    }),
    output: labelView,
    refusals: ['work.name_taken'],
  }),
}
