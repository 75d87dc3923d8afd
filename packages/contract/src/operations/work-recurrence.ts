import { z } from 'zod'
import { operation } from '../operation.ts'
import { workRoutes } from '../routes/work.ts'
import { id, nothing } from '../schemas/base.ts'
import { recurrenceEnd, recurrenceRule, recurrenceView } from '../schemas/recurrence.ts'

export const workRecurrenceOperations = {
  'work.repeatItem': operation({
    id: 'work.repeatItem',
    route: workRoutes['work.repeatItem'],
    summary:
      'Let an item be done again and again. The next one is made when this one is done, or when its day has come, with sub-items, checklists, people, labels and fields, and its days moved along. An item without a day gets the first of the schedule.',
    permission: 'item.write',
    input: z.object({ id, rule: recurrenceRule, ends: recurrenceEnd.default({ kind: 'never' }) }),
    output: recurrenceView,
    refusals: [
      'work.archived',
      'work.already_done',
      'work.recurrence_over',
      'work.recurrence_passed_on',
      'platform.not_found',
    ],
  }),
  'work.stopRepeating': operation({
    id: 'work.stopRepeating',
    route: workRoutes['work.stopRepeating'],
    summary: 'No further items of a series are made. Named by any of its items; those that are there stay.',
    permission: 'item.write',
    input: z.object({ id }),
    output: nothing,
    refusals: ['work.recurrence_none', 'platform.not_found'],
  }),
} as const
