import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, origin, plainDate, version } from './base.ts'
import { area, stateGroup } from './item.ts'

export const orgRole = z.enum(['owner', 'admin', 'member', 'guest'])
export const containerKind = z.enum(['project', 'process', 'case', 'list'])
export const containerRole = z.enum(['viewer', 'commenter', 'contributor', 'manager'])

export const personView = z.object({
  id,
  name: z.string(),
  email: z.string().nullable(),
  orgRole,
  status: z.enum(['active', 'placeholder', 'inactive']),
  title: z.string(),
  colour: z.int(),
  origin,
  version,
})
/** A person as others in the organisation see them. */
export type PersonView = Frozen<z.infer<typeof personView>>

export const teamView = z.object({
  id,
  parentId: id.nullable(),
  name: z.string(),
  memberIds: z.array(id),
  origin,
  archivedAt: instant.nullable(),
  version,
})
/** A team with the ids of its members; teams form a tree. */
export type TeamView = Frozen<z.infer<typeof teamView>>

export const workflow = z.object({
  states: z
    .array(
      z.object({
        id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
        name: z.string().min(1).max(60),
        group: stateGroup,
        wipLimit: z.int().min(1).nullable(),
      }),
    )
    .min(2)
    .max(40),
  moves: z.union([z.literal('any'), z.array(z.object({ from: z.string(), to: z.string() })).max(1600)]),
})

export const typeDefaults = z
  .object({
    description: z.string().max(100_000),
    priority: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    responsibleId: z.union([id, z.literal('maker')]).describe('`maker`: whoever makes the item'),
    labelIds: z.array(id).max(50),
    effortMin: z.int().min(0).max(12_000_000),
    normMin: z
      .number()
      .positive()
      .max(1e6)
      .describe('Norm of production: minutes of work that one unit takes, for plans to take over'),
    normUnit: z.string().trim().max(20).describe('What the norm counts, such as m²'),
    dueInDays: z
      .int()
      .min(0)
      .max(3650)
      .describe('Days after it was made, or after it starts if that is later'),
    fields: z.record(id, z.union([z.string().max(10_000), z.number()])),
  })
  .partial()

export const typeView = z.object({
  id,
  name: z.string(),
  icon: z.string(),
  workflow,
  required: z.record(z.string(), z.array(z.string())),
  readinessGate: z.enum(['hard', 'soft']),
  needsAcceptance: z.boolean(),
  needsNotice: z.boolean(),
  defaults: typeDefaults,
  fieldIds: z.array(id).nullable(),
  rank: z.string(),
  origin,
  archivedAt: instant.nullable(),
  version,
})
/** A type of item with its workflow and rules. */
export type TypeView = Frozen<z.infer<typeof typeView>>

export const fieldKind = z.enum([
  'text',
  'number',
  'money',
  'date',
  'person',
  'choice',
  'link',
  'formula',
  'rollUp',
])
export const formulaSource = z.string().max(2000)
export const rollUp = z.object({
  over: z.enum(['children', 'below']).describe('Direct sub-items, or all below'),
  measure: z.enum(['count', 'percentDone', 'sum', 'average', 'minimum', 'maximum', 'earliest', 'latest']),
  of: formulaSource.nullable().describe('A formula on the sub-item; needed unless sub-items are counted'),
  where: formulaSource.nullable().describe('A formula that says whether a sub-item counts; null: all do'),
})
export const fieldOptions = z
  .array(z.object({ id: z.string().min(1).max(60), name: z.string().min(1).max(100) }))
  .max(500)
export const fieldAudience = z
  .object({
    roles: z.array(z.enum(['member', 'guest'])).max(2),
    teamIds: z.array(id).max(100),
    personIds: z.array(id).max(500),
  })
  .describe('Those of a role, in a team or below it, or named; and who runs the organisation')
/** Some people of an organisation. */
export type FieldAudience = Frozen<z.infer<typeof fieldAudience>>

export const fieldView = z.object({
  id,
  key: z.string(),
  name: z.string(),
  kind: fieldKind,
  options: fieldOptions,
  formula: z.string().nullable().describe('How a formula is written'),
  rollUp: rollUp.nullable().describe('What a roll-up gathers'),
  result: z
    .enum(['number', 'money', 'text', 'date', 'yesNo'])
    .nullable()
    .describe('What a formula or roll-up comes to'),
  seenBy: fieldAudience
    .nullable()
    .describe('Who sees it; null: who sees the item. Told to who runs the organisation'),
  changedBy: fieldAudience
    .nullable()
    .describe('Who changes it; null: who changes the item. Told to who runs the organisation'),
  isLocked: z.boolean().describe('Whether a rule says that you must not change it'),
  rank: z.string(),
  origin,
  archivedAt: instant.nullable(),
  version,
})
/** A custom field; `key` names it in the query language. */
export type FieldView = Frozen<z.infer<typeof fieldView>>

export const labelView = z.object({
  id,
  name: z.string(),
  colour: z.string(),
  origin,
  archivedAt: instant.nullable(),
  version,
})
/** A label. */
export type LabelView = Frozen<z.infer<typeof labelView>>

/** A project, process, case or plain list. `myRole` is what the asking person may do in it. */
export const containerView = z.object({
  id,
  kind: containerKind,
  key: z.string(),
  name: z.string(),
  description: z.string(),
  state: z.enum(['planned', 'active', 'closed']),
  visibility: z.enum(['open', 'private']),
  ownerId: id.nullable(),
  teamId: id.nullable(),
  defaultTypeId: id,
  defaultArea: area,
  startsOn: plainDate.nullable(),
  dueOn: plainDate.nullable(),
  subject: z.string().nullable(),
  wishedEndState: z.string().nullable(),
  origin,
  importRunId: id.nullable(),
  createdAt: instant,
  archivedAt: instant.nullable(),
  version,
  myRole: containerRole,
})
/** A project, process, case or list, as one person sees it. */
export type ContainerView = Frozen<z.infer<typeof containerView>>

export const grantView = z.object({
  id,
  containerId: id,
  personId: id.nullable(),
  teamId: id.nullable(),
  role: containerRole,
})
/** What a person or a team may do in a container; exactly one of the two ids is set. */
export type GrantView = Frozen<z.infer<typeof grantView>>

export const viewSettings = z.record(z.string(), z.unknown())
export const savedViewView = z.object({
  id,
  containerId: id.nullable(),
  ownerId: id,
  name: z.string(),
  isShared: z.boolean(),
  isLocked: z.boolean().describe('Changed by its owner and by managers only'),
  isDefault: z.boolean().describe('What the page opens with: its owner’s, or everybody’s when it is shared'),
  settings: viewSettings,
  version,
})
/** A view kept under a name. */
export type SavedViewView = Frozen<z.infer<typeof savedViewView>>

export const organisationView = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  weekStart: z.int(),
  isSecondFactorRequired: z.boolean().describe('Whether nobody gets in without a second factor'),
  isProviderRequired: z.boolean().describe('Whether only owners get in without a sign-in provider'),
})
/** An organisation: its name and how it counts money, time and weeks. */
export type OrganisationView = Frozen<z.infer<typeof organisationView>>
