import { z } from 'zod'
import { operation } from '../operation.ts'
import { workRoutes } from '../routes/work.ts'
import { id, nextCursor, pageInput } from '../schemas/base.ts'
import { checklistLineView, checklistView } from '../schemas/checklist.ts'
import {
  activityView,
  blockerReason,
  itemPatch,
  itemPlaceView,
  itemView,
  relationView,
  stateGroup,
} from '../schemas/item.ts'
import { recurrenceView } from '../schemas/recurrence.ts'

/** What a plan is refused with that can no longer be put in order. */
const planOrder = ['schedule.link_circle', 'schedule.link_to_above', 'schedule.link_to_finish'] as const
/** What any change of an item can be refused with. */
export const itemRules = [
  'work.title_missing',
  'work.text_too_long',
  'work.date_wrong',
  'work.dates_reversed',
  'work.effort_wrong',
  'work.effort_range_reversed',
  'work.money_wrong',
  'work.area_unknown',
  'work.too_many_labels',
  'work.label_unknown',
  'work.field_unknown',
  'work.field_value_wrong',
  ...(['work.field_computed', 'work.field_locked', 'work.field_required'] as const),
  ...(['schedule.later_phase_detail', 'schedule.package_leaves'] as const),
  ...planOrder,
  'platform.reference_unknown',
] as const
/** What answers with an item. */
export const one = { output: itemView, permission: 'item.write' } as const
/** An item, as it was seen. */
export const byId = z.object({
  id,
  version: z.int().optional().describe('Refuse unless the item is at this version'),
})

export const workItemOperations = {
  'work.tellPresence': operation({
    id: 'work.tellPresence',
    route: workRoutes['work.tellPresence'],
    summary:
      'Say that you have an item before you, every 15 seconds, or that you have left it; answers who else has. It is kept in memory alone, for half a minute.',
    permission: 'organisation.read',
    input: z.object({
      itemId: id,
      page: z.string().min(1).max(60).describe('One page of a browser, by an id of its own'),
      field: z.enum(['title', 'description', 'comment']).nullable().describe('What you are writing'),
      isHere: z.boolean(),
    }),
    output: z.object({ people: z.array(z.object({ personId: id, field: z.string().nullable() })) }),
    refusals: ['platform.not_found'],
  }),
  'work.createItem': operation({
    ...one,
    id: 'work.createItem',
    route: workRoutes['work.createItem'],
    summary: 'Create an item. Only container and title are needed.',
    input: itemPatch.omit({ title: true }).extend({
      id,
      containerId: id,
      title: z.string().max(1000),
      typeId: id.optional().describe('The container’s usual type when left out'),
      stateId: z.string().max(40).optional(),
    }),
    refusals: [
      ...itemRules,
      'work.state_unknown',
      'work.parent_unknown',
      'work.parent_archived',
      'work.container_archived',
      'platform.exists',
    ],
  }),
  'work.changeItem': operation({
    ...one,
    id: 'work.changeItem',
    route: workRoutes['work.changeItem'],
    summary:
      'Set fields of an item. `seen` holds the values you saw: a difference is refused instead of overwritten.',
    input: byId.extend({ patch: itemPatch, seen: itemPatch.optional() }),
    refusals: [
      ...itemRules,
      'work.archived',
      'work.changed_meanwhile',
      'work.version_old',
      'work.parent_cycle',
      'work.parent_unknown',
      'work.parent_archived',
      'schedule.units_beyond',
    ],
  }),
  'work.moveItem': operation({
    ...one,
    id: 'work.moveItem',
    route: workRoutes['work.moveItem'],
    summary: 'Move an item to another state of its workflow.',
    input: byId.extend({
      stateId: z.string().max(40),
      overLimit: z.boolean().optional().describe('Pass a work-in-progress limit knowingly'),
      rank: z.string().min(1).max(200).optional().describe('New place in the manual order'),
    }),
    refusals: [
      'schedule.later_phase_detail',
      'work.archived',
      'work.state_unknown',
      'work.move_not_allowed',
      'work.not_ready',
      'work.children_open',
      'work.blocked',
      'work.wip_limit',
      'work.field_required',
      'work.version_old',
      'case.closed',
      'case.stage_completed',
      'process.form_required',
      'process.instance_suspended',
    ],
  }),
  'work.waitForItem': operation({
    ...one,
    id: 'work.waitForItem',
    route: workRoutes['work.waitForItem'],
    summary: 'Say whom or what an item waits for.',
    input: byId.extend({ personId: id.nullable().default(null), note: z.string().max(4000).default('') }),
    refusals: [
      'work.archived',
      'work.already_done',
      'work.waiting_for_nobody',
      'work.text_too_long',
      'work.version_old',
    ],
  }),
  'work.stopWaiting': operation({
    ...one,
    id: 'work.stopWaiting',
    route: workRoutes['work.stopWaiting'],
    summary: 'The waiting of an item is over.',
    input: byId,
    refusals: ['work.version_old'],
  }),
  'work.blockItem': operation({
    ...one,
    id: 'work.blockItem',
    route: workRoutes['work.blockItem'],
    summary: 'Record why an item cannot progress.',
    input: byId.extend({ blockerId: id, reason: blockerReason, note: z.string().max(4000).default('') }),
    refusals: ['work.archived', 'work.already_done', 'work.text_too_long', 'work.version_old'],
  }),
  'work.unblockItem': operation({
    ...one,
    id: 'work.unblockItem',
    route: workRoutes['work.unblockItem'],
    summary: 'Remove a blocker.',
    input: byId.extend({ blockerId: id }),
    refusals: ['work.blocker_unknown', 'work.version_old'],
  }),
  'work.acceptItem': operation({
    ...one,
    id: 'work.acceptItem',
    route: workRoutes['work.acceptItem'],
    summary: 'Accept finished work, as the person who asked for it.',
    input: byId,
    permission: 'item.comment',
    refusals: ['work.not_finished', 'work.not_yours_to_accept', 'work.version_old'],
  }),
  'work.giveNotice': operation({
    ...one,
    id: 'work.giveNotice',
    route: workRoutes['work.giveNotice'],
    summary: 'Record that those concerned were told.',
    input: byId.extend({ note: z.string().max(4000).default('') }),
    refusals: ['work.not_finished', 'work.not_accepted', 'work.version_old'],
  }),
  'work.archiveItem': operation({
    ...one,
    id: 'work.archiveItem',
    route: workRoutes['work.archiveItem'],
    summary: 'Take an item, and everything under it, out of sight without losing anything.',
    input: byId,
    refusals: [...planOrder, 'work.version_old', 'work.sub_items_elsewhere', 'process.step_open'],
  }),
  'work.restoreItem': operation({
    ...one,
    id: 'work.restoreItem',
    route: workRoutes['work.restoreItem'],
    summary:
      'Bring an archived item back, with everything under it that was archived together with it. What had been archived before stays so.',
    input: byId,
    refusals: [
      'work.version_old',
      'work.parent_archived',
      'work.sub_items_elsewhere',
      'schedule.later_phase_detail',
      'schedule.range_needed',
      ...planOrder,
      'schedule.constraints_contradict',
      'case.closed',
      'case.stage_completed',
    ],
  }),
  'work.placeItem': operation({
    ...one,
    id: 'work.placeItem',
    route: workRoutes['work.placeItem'],
    summary:
      'Set the containers an item is a member of. The first is its home, which may change; its key stays as it is.',
    input: byId.extend({ containerIds: z.array(id).min(1).max(20) }),
    refusals: [
      'work.version_old',
      'platform.reference_unknown',
      ...planOrder,
      'schedule.constraints_contradict',
      'case.closed',
      'case.stage_completed',
    ],
  }),
  'work.listItems': operation({
    id: 'work.listItems',
    route: workRoutes['work.listItems'],
    summary: 'A page of items by the query language, which filters and sorts.',
    permission: 'organisation.read',
    input: z.object({
      query: z.string().max(4000).default(''),
      archived: z.enum(['no', 'only', 'also']).default('no'),
      ...pageInput,
    }),
    output: z.object({ items: z.array(itemView), next: nextCursor }),
    refusals: ['platform.cursor_wrong'],
  }),
  'work.getItem': operation({
    id: 'work.getItem',
    route: workRoutes['work.getItem'],
    summary: 'One item by id or key, with its relations, sub-items and where it came from.',
    permission: 'container.read',
    input: z.object({ item: z.string().min(1).max(100).describe('Id or key') }),
    output: z.object({
      item: itemView,
      relations: z.array(relationView),
      related: z
        .array(itemView)
        .describe('Items named by the relations, the parent and sub-items, as far as you may see them'),
      checklists: z.array(checklistView),
      checklistLines: z.array(checklistLineView),
      places: z
        .array(itemPlaceView)
        .describe('Its places on a plan, in processes and in cases, as far as you may see them'),
      rollUp: z
        .object({
          items: z.int(),
          done: z.int(),
          effortMin: z.int(),
          effortLowMin: z.int().describe('Of items without a range their effort'),
          effortHighMin: z.int().describe('As above; where it differs, the sum is known as a range only'),
          doneEffortMin: z.int(),
        })
        .describe('Sums over all sub-items, at any depth'),
      visits: z
        .array(
          z.object({
            stateId: z.string(),
            stateGroup,
            ownerId: id.nullable(),
            enteredAt: z.int(),
            leftAt: z.int().nullable(),
          }),
        )
        .describe('Where the item has been, oldest first'),
      recurrence: recurrenceView.nullable().describe('The series that it is of, when you see the newest'),
      blockedMs: z.int().describe('Clock time with at least one open blocker'),
    }),
    refusals: ['platform.not_found'],
  }),
  'work.listItemActivity': operation({
    id: 'work.listItemActivity',
    route: workRoutes['work.listItemActivity'],
    summary: 'What happened to an item, newest first.',
    permission: 'container.read',
    input: z.object({ item: z.string().min(1).max(100), ...pageInput }),
    output: z.object({ events: z.array(activityView), next: nextCursor }),
    refusals: ['platform.not_found', 'platform.cursor_wrong'],
  }),
} as const
