import { z } from 'zod'
import { operation } from '../operation.ts'
import { workRoutes } from '../routes/work.ts'
import { id } from '../schemas/base.ts'
import { byId, one } from './work-items.ts'

/** Who sees an item, and who does not. */
export const workSightOperations = {
  'work.setSeenBy': operation({
    ...one,
    id: 'work.setSeenBy',
    route: workRoutes['work.setSeenBy'],
    summary:
      'Make an item confidential, with everything under it: only the people named see it, and those who manage one of its containers. To everybody else it is as if it were not there. Without people, it is seen by whoever sees what it lies under.',
    input: byId.extend({
      personIds: z.array(id).max(1000).nullable().describe('Null: it is not confidential by itself'),
    }),
    refusals: [
      'work.archived',
      'work.version_old',
      'work.seen_by_too_many',
      'work.seen_by_without_you',
      'platform.reference_unknown',
    ],
  }),
}
