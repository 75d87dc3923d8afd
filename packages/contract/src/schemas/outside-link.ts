import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, minutes } from './base.ts'
import { relationView } from './item.ts'

/** A link between an item of a plan and one of another project. */
export const outsideLinkView = relationView
  .pick({ id: true, linkType: true, lag: true, lagUnit: true })
  .extend({
    itemId: id.describe('The item of this plan'),
    isIn: z.boolean().describe('This plan waits for the other one; false: the other waits for this'),
    otherId: id
      .nullable()
      .describe('The other item; null: the reader may not see it, its dates are all there is to know'),
    key: z.string().nullable(),
    title: z.string().nullable(),
    containerId: id.nullable().describe('Its project; null where the reader may not see that'),
    containerName: z.string().nullable(),
    place: z
      .object({
        startAt: instant,
        finishAt: instant,
        durationMin: minutes,
        isElapsed: z.boolean(),
        calendarId: id
          .nullable()
          .describe('In which lags of predecessors are counted; null: the standard week'),
        hasBegun: z.boolean(),
        isOver: z.boolean(),
      })
      .nullable()
      .describe('Where the plan of its project has it; null: nowhere yet'),
  })
/** A link to or from another project, as everybody sees it. */
export type OutsideLinkView = Frozen<z.infer<typeof outsideLinkView>>
