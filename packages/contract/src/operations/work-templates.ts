import { z } from 'zod'
import { operation } from '../operation.ts'
import { workRoutes } from '../routes/work.ts'
import { id, nextCursor, nothing, pageInput, plainDate } from '../schemas/base.ts'
import { templateKind, templateLine, templateUnit, templateView } from '../schemas/template.ts'

const name = z.string().trim().min(1).max(200)
const description = z.string().max(10_000)
const lines = z.array(templateLine).max(1_000)
const contentRules = [
  'work.copy_too_large',
  'work.title_missing',
  'work.parent_unknown',
  'work.dates_reversed',
] as const
const one = templateView.extend({ lines: z.array(templateLine) })

export const workTemplateOperations = {
  'work.saveTemplate': operation({
    id: 'work.saveTemplate',
    route: workRoutes['work.saveTemplate'],
    summary:
      'Keep an item with what lies under it, or a whole container with its items, links, phases and shared views, to be begun anew; or write a template by hand. Days are kept as distances from the start.',
    permission: 'organisation.read',
    input: z.object({
      id,
      name,
      description: description.default(''),
      placeId: id.nullable().default(null).describe('Null: for everybody in the organisation but guests'),
      unit: templateUnit.default('working'),
      startsOn: plainDate
        .nullable()
        .default(null)
        .describe('The day that counts as the start; the earliest of all when left out'),
      from: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('item'), itemId: id }),
        z.object({ kind: z.literal('container'), containerId: id }),
        z.object({ kind: z.literal('lines'), for: templateKind, lines }),
      ]),
    }),
    output: one,
    refusals: [
      ...contentRules,
      ...([
        'work.templates_full',
        'work.template_confidential',
        'platform.not_found',
        'platform.exists',
      ] as const),
    ],
  }),
  'work.changeTemplate': operation({
    id: 'work.changeTemplate',
    route: workRoutes['work.changeTemplate'],
    summary: 'Change a template: its name, who sees it, or its lines. Lines keep what else they hold.',
    permission: 'organisation.read',
    input: z.object({
      id,
      version: z.int().optional().describe('Refuse unless the template is at this version'),
      patch: z.object({
        name: name.optional(),
        description: description.optional(),
        placeId: id.nullable().optional(),
        unit: templateUnit.optional(),
        lines: lines.optional(),
      }),
    }),
    output: one,
    refusals: [...contentRules, 'platform.version_old', 'platform.not_found'],
  }),
  'work.removeTemplate': operation({
    id: 'work.removeTemplate',
    route: workRoutes['work.removeTemplate'],
    summary: 'Keep a template no longer. What was made from it stays.',
    permission: 'organisation.read',
    input: z.object({ id }),
    output: nothing,
    refusals: ['platform.not_found'],
  }),
  'work.makeFromTemplate': operation({
    id: 'work.makeFromTemplate',
    route: workRoutes['work.makeFromTemplate'],
    summary: 'Begin work anew from a template, its days counted from a start.',
    permission: 'organisation.read',
    input: z.object({
      id,
      madeId: id.describe('Of the item or the container that is made'),
      startsOn: plainDate,
      name: z.string().trim().min(1).max(500).optional().describe('That of the template when left out'),
      containerId: id.optional().describe('For an item: where it is opened'),
      parentId: id.nullable().default(null).describe('For an item: what it lies under'),
      key: z
        .string()
        .regex(/^[A-Z][A-Z0-9]{1,9}$/)
        .optional()
        .describe('For a container: two to ten capital letters and digits'),
      visibility: z.enum(['open', 'private']).default('open'),
      subject: z.string().max(300).optional().describe('For a case: what it is about'),
    }),
    output: z.object({ kind: templateKind, key: z.string(), itemCount: z.int() }),
    refusals: [
      'work.copy_too_large',
      'work.template_needs_place',
      'work.template_needs_key',
      'work.key_taken',
      'work.case_needs_subject',
      'work.date_wrong',
      'work.container_archived',
      'work.parent_unknown',
      'work.parent_archived',
      'platform.not_found',
      'platform.exists',
    ],
  }),
  'work.listTemplates': operation({
    id: 'work.listTemplates',
    route: workRoutes['work.listTemplates'],
    summary: 'Templates that you can see, by name.',
    permission: 'organisation.read',
    input: z.object({ kind: templateKind.optional(), ...pageInput }),
    output: z.object({ templates: z.array(templateView), next: nextCursor }),
    refusals: ['platform.cursor_wrong'],
  }),
  'work.getTemplate': operation({
    id: 'work.getTemplate',
    route: workRoutes['work.getTemplate'],
    summary: 'One template with its lines.',
    permission: 'organisation.read',
    input: z.object({ id }),
    output: one,
    refusals: ['platform.not_found'],
  }),
} as const
