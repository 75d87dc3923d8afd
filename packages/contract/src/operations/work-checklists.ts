import { z } from 'zod'
import { operation } from '../operation.ts'
import { workRoutes } from '../routes/work.ts'
import { id, plainDate } from '../schemas/base.ts'
import { checklistLineView, checklistView } from '../schemas/checklist.ts'
import { itemView } from '../schemas/item.ts'

const name = z.string().max(1000)
const text = z.string().max(5000)
const rank = z.string().min(1).max(200)
const linePatch = z.object({
  text: text.optional(),
  rank: rank.optional(),
  checklistId: id.optional().describe('Another list of the same item: the line moves there'),
  responsibleId: id.nullable().optional(),
  dueOn: plainDate.nullable().optional(),
})

const list = { permission: 'item.write', output: checklistView } as const
const line = { permission: 'item.write', output: checklistLineView } as const
const byId = z.object({ id })
const lineRules = [
  'work.archived',
  'work.line_text_missing',
  'work.text_too_long',
  'work.date_wrong',
  'work.checklist_removed',
  'platform.reference_unknown',
] as const

export const workChecklistOperations = {
  'work.addChecklist': operation({
    ...list,
    id: 'work.addChecklist',
    route: workRoutes['work.addChecklist'],
    summary: 'Begin a checklist in an item. It comes last unless a rank says where.',
    input: z.object({ id, itemId: id, name, rank: rank.optional() }),
    refusals: [
      'work.archived',
      'work.checklist_name_missing',
      'work.text_too_long',
      'work.checklists_full',
      'platform.exists',
    ],
  }),
  'work.changeChecklist': operation({
    ...list,
    id: 'work.changeChecklist',
    route: workRoutes['work.changeChecklist'],
    summary: 'Name a checklist anew, or give it another place.',
    input: byId.extend({ patch: z.object({ name: name.optional(), rank: rank.optional() }) }),
    refusals: ['work.archived', 'work.checklist_name_missing', 'work.text_too_long'],
  }),
  'work.removeChecklist': operation({
    ...list,
    id: 'work.removeChecklist',
    route: workRoutes['work.removeChecklist'],
    summary: 'Take a checklist away with its lines. Nothing is lost: it can be brought back.',
    input: byId,
    refusals: ['work.archived'],
  }),
  'work.restoreChecklist': operation({
    ...list,
    id: 'work.restoreChecklist',
    route: workRoutes['work.restoreChecklist'],
    summary: 'Bring a checklist back, with the lines that went together with it.',
    input: byId,
    refusals: ['work.archived', 'work.checklists_full', 'work.checklist_full'],
  }),
  'work.addChecklistLine': operation({
    ...line,
    id: 'work.addChecklistLine',
    route: workRoutes['work.addChecklistLine'],
    summary: 'Add a line to a checklist. It comes last unless a rank says where.',
    input: z.object({
      id,
      checklistId: id,
      text,
      rank: rank.optional(),
      responsibleId: id.nullable().default(null),
      dueOn: plainDate.nullable().default(null),
    }),
    refusals: [...lineRules, 'work.checklist_full', 'platform.exists'],
  }),
  'work.changeChecklistLine': operation({
    ...line,
    id: 'work.changeChecklistLine',
    route: workRoutes['work.changeChecklistLine'],
    summary:
      'Set fields of a line, or move it. `seen` holds the values you saw: a difference is refused instead of overwritten.',
    input: byId.extend({ patch: linePatch, seen: linePatch.optional() }),
    refusals: [
      ...lineRules,
      'work.line_removed',
      'work.line_is_item',
      'work.changed_meanwhile',
      'work.checklist_elsewhere',
    ],
  }),
  'work.tickChecklistLine': operation({
    ...line,
    id: 'work.tickChecklistLine',
    route: workRoutes['work.tickChecklistLine'],
    summary: 'Tick a line as done, or take the tick away.',
    input: byId.extend({ isDone: z.boolean().default(true) }),
    refusals: ['work.archived', 'work.line_removed', 'work.line_is_item'],
  }),
  'work.removeChecklistLine': operation({
    ...line,
    id: 'work.removeChecklistLine',
    route: workRoutes['work.removeChecklistLine'],
    summary: 'Take a line away. Nothing is lost: it can be brought back.',
    input: byId,
    refusals: ['work.archived'],
  }),
  'work.restoreChecklistLine': operation({
    ...line,
    id: 'work.restoreChecklistLine',
    route: workRoutes['work.restoreChecklistLine'],
    summary: 'Bring a line back as it was.',
    input: byId,
    refusals: ['work.archived', 'work.checklist_removed', 'work.checklist_full'],
  }),
  'work.convertChecklistLine': operation({
    id: 'work.convertChecklistLine',
    route: workRoutes['work.convertChecklistLine'],
    summary:
      'Make a line a sub-item with its text, responsible person and due date. The line stays, and is done when the sub-item is.',
    permission: 'item.write',
    input: byId.extend({ itemId: id.describe('Of the new sub-item') }),
    output: itemView,
    refusals: [
      'work.archived',
      'work.line_removed',
      'work.line_is_item',
      'work.line_done',
      'work.container_archived',
      'work.field_computed',
      'work.field_required',
      'platform.exists',
    ],
  }),
  'work.linkChecklistLine': operation({
    ...line,
    id: 'work.linkChecklistLine',
    route: workRoutes['work.linkChecklistLine'],
    summary: 'Let a sub-item stand for a line; null: the line stands for itself again.',
    input: byId.extend({ subItemId: id.nullable() }),
    refusals: ['work.archived', 'work.line_removed', 'work.line_is_item', 'work.line_needs_sub_item'],
  }),
} as const
