import { z } from 'zod'
import { operation } from '../operation.ts'
import { workRoutes } from '../routes/work.ts'
import { id } from '../schemas/base.ts'
import { byId, itemRules, one } from './work-items.ts'

/** Making one item of two, and two of one. */
export const workCopyOperations = {
  'work.copyItem': operation({
    ...one,
    id: 'work.copyItem',
    route: workRoutes['work.copyItem'],
    summary:
      'Copy an item as it would be begun anew, with what lies under it, its checklists and the relations within it.',
    input: z.object({
      id: id.describe('The item to copy'),
      copyId: id,
      title: z.string().max(1000).optional().describe('That of the item when left out'),
      containerId: id.optional().describe('Its home when left out'),
      subItems: z.boolean().default(true),
      checklists: z.boolean().default(true),
      startsOn: z.iso
        .date()
        .nullable()
        .default(null)
        .describe('The day on which the earliest day of the copy falls'),
    }),
    refusals: [
      ...itemRules,
      'work.copy_too_large',
      'work.container_archived',
      'work.parent_archived',
      'work.checklist_full',
      'work.checklists_full',
      'platform.exists',
    ],
  }),
  'work.mergeItem': operation({
    ...one,
    id: 'work.mergeItem',
    route: workRoutes['work.mergeItem'],
    summary:
      'Merge an item into another about the same work: comments, files, checklists, time, sub-items, relations and followers move there, what the other lacks is filled in, and the item is archived. Answers with the item that stays.',
    input: byId.extend({ intoId: id.describe('The item that stays') }),
    refusals: [
      ...itemRules,
      'work.archived',
      'work.merge_itself',
      'work.merge_into_part',
      'work.merge_confidential',
      'work.sub_items_elsewhere',
      'work.version_old',
      'schedule.constraints_contradict',
    ],
  }),
}
