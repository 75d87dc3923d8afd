import { z } from 'zod'
import { operation } from '../operation.ts'
import { workRoutes } from '../routes/work.ts'
import { id, nothing } from '../schemas/base.ts'
import { relationView } from '../schemas/item.ts'

export const workRelationOperations = {
  'work.relateItems': operation({
    id: 'work.relateItems',
    route: workRoutes['work.relateItems'],
    summary: 'Relate two items. `precedes` is a dependency with link type and lag.',
    permission: 'item.write',
    input: z.object({
      id,
      fromId: id,
      toId: id,
      kind: relationView.shape.kind,
      linkType: relationView.shape.linkType.default('FS'),
      lag: z.int().default(0),
      lagUnit: relationView.shape.lagUnit.default('workingMin'),
    }),
    output: relationView,
    refusals: [
      'work.relation_to_itself',
      'work.relation_cycle',
      'work.relation_exists',
      'work.lag_wrong',
      'schedule.link_circle',
      'schedule.link_to_above',
      'schedule.link_to_finish',
      'schedule.constraints_contradict',
    ],
  }),
  'work.unrelateItems': operation({
    id: 'work.unrelateItems',
    route: workRoutes['work.unrelateItems'],
    summary: 'Remove a relation.',
    permission: 'item.write',
    input: z.object({ id }),
    output: nothing,
    refusals: [],
  }),
} as const
