import { z } from 'zod'
import { operation } from '../operation.ts'
import { workRoutes } from '../routes/work.ts'
import { id, instant, someIds } from '../schemas/base.ts'

const plannedFactsView = z.object({
  itemId: id,
  plannedStartAt: instant.nullable(),
  plannedFinishAt: instant
    .nullable()
    .describe('The last moment of its work: a finish at midnight is of the day before'),
  deadlineAt: instant.nullable().describe('The last moment by which it is to be finished'),
  totalFloatMin: z.int().nullable().describe('Working minutes; negative where the plan cannot be kept'),
  percentComplete: z.int().nullable(),
  isCritical: z.boolean().nullable().describe('Null: no calculation told'),
  hasConflict: z.boolean(),
  missesDeadline: z.boolean(),
})

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
          z.enum(['plannedStart', 'plannedFinish', 'deadline', 'critical']),
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
  'work.listPlanned': operation({
    id: 'work.listPlanned',
    route: workRoutes['work.listPlanned'],
    summary:
      'What plans say of the items in some containers, as queries ask it. Plans that you do not see say nothing.',
    permission: 'container.read',
    input: z.object({ containerIds: someIds.describe('Up to 100 containers, with commas between') }),
    output: z.object({ rows: z.array(plannedFactsView).describe('Items that are on a plan') }),
    refusals: ['schedule.plan_too_large'],
  }),
}
