import { z } from 'zod'
import { operation } from '../operation.ts'
import { workRoutes } from '../routes/work.ts'
import { id, nextCursor, nothing, pageInput, plainDate } from '../schemas/base.ts'
import {
  containerKind,
  containerRole,
  containerView,
  grantView,
  savedViewView,
  viewSettings,
} from '../schemas/directory.ts'
import { activityView, area } from '../schemas/item.ts'

const name = z.string().trim().min(1).max(200)
const containerFields = {
  name,
  description: z.string().max(100_000),
  state: z.enum(['planned', 'active', 'closed']),
  visibility: z.enum(['open', 'private']),
  ownerId: id.nullable(),
  teamId: id.nullable(),
  defaultTypeId: id,
  defaultArea: area,
  startsOn: plainDate.nullable(),
  dueOn: plainDate.nullable(),
  subject: z.string().max(300).nullable(),
  wishedEndState: z.string().max(1000).nullable(),
}
export const workContainerOperations = {
  'work.createContainer': operation({
    id: 'work.createContainer',
    route: workRoutes['work.createContainer'],
    summary: 'Open a project, process, case or list.',
    permission: 'container.create',
    input: z.object({
      ...z.object(containerFields).partial().shape,
      id,
      kind: containerKind,
      key: z
        .string()
        .regex(/^[A-Z][A-Z0-9]{1,9}$/)
        .describe('Two to ten capital letters and digits; items are numbered under it'),
      name,
    }),
    output: containerView,
    refusals: [
      'work.key_taken',
      'work.case_needs_subject',
      'work.dates_reversed',
      'work.date_wrong',
      'platform.exists',
    ],
  }),
  'work.changeContainer': operation({
    id: 'work.changeContainer',
    route: workRoutes['work.changeContainer'],
    summary: 'Change a container.',
    permission: 'container.manage',
    input: z.object({ id, patch: z.object(containerFields).partial() }),
    output: containerView,
    refusals: [
      'work.container_archived',
      'work.case_needs_subject',
      'work.dates_reversed',
      'work.date_wrong',
      'work.last_manager',
    ],
  }),
  'work.archiveContainer': operation({
    id: 'work.archiveContainer',
    route: workRoutes['work.archiveContainer'],
    summary: 'Take a container out of sight, with what is in it.',
    permission: 'container.manage',
    input: z.object({ id }),
    output: containerView,
    refusals: [],
  }),
  'work.restoreContainer': operation({
    id: 'work.restoreContainer',
    route: workRoutes['work.restoreContainer'],
    summary: 'Bring an archived container back.',
    permission: 'container.manage',
    input: z.object({ id }),
    output: containerView,
    refusals: [],
  }),
  'work.grantAccess': operation({
    id: 'work.grantAccess',
    route: workRoutes['work.grantAccess'],
    summary: 'Let a person or a team into a container, or change what they may do in it.',
    permission: 'container.manage',
    input: z.object({
      id,
      containerId: id,
      personId: id.nullable().default(null),
      teamId: id.nullable().default(null),
      role: containerRole,
    }),
    output: grantView,
    refusals: ['platform.input_wrong', 'platform.reference_unknown'],
  }),
  'work.revokeAccess': operation({
    id: 'work.revokeAccess',
    route: workRoutes['work.revokeAccess'],
    summary: 'Take access to a container back.',
    permission: 'container.manage',
    input: z.object({ id, containerId: id }),
    output: nothing,
    refusals: ['work.last_manager'],
  }),
  'work.listGrants': operation({
    id: 'work.listGrants',
    route: workRoutes['work.listGrants'],
    summary: 'Who may do what in a container.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: z.object({ grants: z.array(grantView) }),
    refusals: ['platform.not_found'],
  }),
  'work.listContainers': operation({
    id: 'work.listContainers',
    route: workRoutes['work.listContainers'],
    summary: 'Projects, processes, cases and lists that you can see, with counts of their items.',
    permission: 'organisation.read',
    input: z.object({
      kind: containerKind.optional(),
      archived: z.enum(['no', 'only', 'also']).default('no'),
      text: z.string().max(200).default(''),
      ...pageInput,
    }),
    output: z.object({
      containers: z.array(
        containerView.extend({
          counts: z.object({ open: z.int(), done: z.int(), overdue: z.int(), blocked: z.int() }),
        }),
      ),
      next: nextCursor,
    }),
    refusals: ['platform.cursor_wrong'],
  }),
  'work.listContainerActivity': operation({
    id: 'work.listContainerActivity',
    route: workRoutes['work.listContainerActivity'],
    summary: 'What happened in a container, newest first.',
    permission: 'container.read',
    input: z.object({ containerId: id, ...pageInput }),
    output: z.object({ events: z.array(activityView), next: nextCursor }),
    refusals: ['platform.not_found', 'platform.cursor_wrong'],
  }),
  'work.saveView': operation({
    id: 'work.saveView',
    route: workRoutes['work.saveView'],
    summary: 'Keep a view under a name, for yourself or for everybody.',
    permission: 'organisation.read',
    input: z.object({
      id,
      containerId: id.nullable().default(null),
      name,
      isShared: z.boolean().default(false),
      isLocked: z.boolean().default(true),
      isDefault: z.boolean().default(false),
      settings: viewSettings,
    }),
    output: savedViewView,
    refusals: ['platform.exists', 'platform.not_allowed'],
  }),
  'work.changeView': operation({
    id: 'work.changeView',
    route: workRoutes['work.changeView'],
    summary:
      'Change a kept view: your own, a shared one that is not locked, or, as a manager, any shared one.',
    permission: 'organisation.read',
    input: z.object({
      id,
      patch: z
        .object({
          name,
          isShared: z.boolean(),
          isLocked: z.boolean(),
          isDefault: z.boolean(),
          settings: viewSettings,
        })
        .partial(),
    }),
    output: savedViewView,
    refusals: ['platform.not_allowed'],
  }),
  'work.removeView': operation({
    id: 'work.removeView',
    route: workRoutes['work.removeView'],
    summary: 'Forget a kept view: your own or, as a manager, a shared one.',
    permission: 'organisation.read',
    input: z.object({ id }),
    output: nothing,
    refusals: ['platform.not_allowed'],
  }),
} as const
