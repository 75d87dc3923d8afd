import { z } from 'zod'
import { operation } from '../operation.ts'
import { workRoutes } from '../routes/work.ts'

/** What many items come to. */
export const workCountOperations = {
  'work.countItems': operation({
    id: 'work.countItems',
    route: workRoutes['work.countItems'],
    summary: 'How many items a query finds, in all and by a field.',
    permission: 'organisation.read',
    input: z.object({
      query: z.string().max(4000).default(''),
      archived: z.enum(['no', 'only', 'also']).default('no'),
      by: z
        .union([
          z.enum(['none', 'state', 'group', 'responsible', 'team', 'type', 'priority', 'area', 'container']),
          z.string().regex(/^field\.[a-z][A-Za-z0-9]{0,39}$/),
        ])
        .default('none')
        .describe('`field.` and a key: by an own field, days by their month'),
      sums: z
        .string()
        .max(1000)
        .default('')
        .describe(
          'Fields whose amounts are added up, as queries name them, separated by commas: `effort,field.cost`',
        ),
    }),
    output: z.object({
      total: z.int(),
      sums: z
        .array(z.number().nullable())
        .describe('In the order asked for; minutes, minor units, or plain numbers; null: nothing to add up'),
      groups: z.array(
        z.object({
          value: z.string().nullable(),
          count: z.int(),
          effortMin: z.int(),
          sums: z.array(z.number().nullable()),
        }),
      ),
    }),
    refusals: ['work.not_summable', 'work.too_many_sums'],
  }),
}
