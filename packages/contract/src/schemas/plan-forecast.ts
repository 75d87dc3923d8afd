import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, minutes, plainDate, version } from './base.ts'

const minor = z.int().min(0).describe('Whole minor units of the organisation’s currency')
const share = z.number().min(0).max(1)

/** What people say about something that may happen. */
export const riskFields = z.object({
  title: z.string().trim().min(1).max(300),
  probability: share.describe('0 never, 1 for certain'),
  delayLowMin: minutes.describe('Working minutes that each of its items takes longer, at least'),
  delayHighMin: minutes.describe('At most; as the other where it is known exactly'),
  costLowMinor: minor,
  costHighMinor: minor,
  itemIds: z.array(id).max(500).describe('What it delays; without any, the end of the dated work'),
})

/** Something that may happen to a project. */
export const riskView = riskFields.extend({ id, containerId: id, version })
/** A risk as everybody sees it. */
export type RiskView = Frozen<z.infer<typeof riskView>>

/** How an estimate is spread. */
export const estimateShape = z
  .enum(['pert', 'triangular', 'uniform', 'lognormal', 'history'])
  .describe('Between its ends by a formula, or as finished work of the same practice or type went')
/** How an estimate is spread, as everybody sees it. */
export type EstimateShapeName = z.infer<typeof estimateShape>

/** How a forecast is made. */
export const forecastOptions = z.object({
  runs: z.int().min(100).max(100_000),
  seed: z.int().min(0).max(2_147_483_647).describe('The same seed gives the same answer'),
  shape: estimateShape.describe('Of all items of which nobody said otherwise'),
  correlation: share.describe('How much items move together: what makes one late makes others late'),
  startOn: plainDate.nullable().describe('What is left begins no earlier; null: as the plan says'),
  isLevelled: z
    .boolean()
    .describe(
      'In each run, people and machines do one thing after the other while they are there, first what is first in the plan',
    ),
})
/** How a forecast is made, as everybody sees it. */
export type ForecastOptions = Frozen<z.infer<typeof forecastOptions>>

const histories = z
  .array(
    z.object({
      kind: z.string().describe('A practice, or a type of items'),
      samples: z.int().describe('Finished items that say how long such work takes'),
      openItems: z.int(),
      usedBy: z.int().describe('Open items that are spread by it'),
      isEnough: z.boolean().describe('False: too few to say anything; their ranges count instead'),
    }),
  )
  .describe('Own history of the kinds of the open items, the most frequent kind first')

const curve = z.array(z.number()).describe('The value that 1, 2, ... 100 percent of the runs keep')

const forecastTask = z.object({
  itemId: id,
  key: z.string(),
  title: z.string(),
  meanMin: z.number().describe('Working minutes'),
  standardDeviationMin: z.number(),
  criticalityIndex: share.describe('In which part of the runs it is on the longest path'),
  crucialityIndex: share.describe('How closely its duration and the finish go together'),
  rankCorrelation: z.number().min(-1).max(1).describe('The same by ranks, with its sign'),
})

const forecastOther = z.object({
  kind: z.enum(['risk', 'phase']),
  id,
  title: z.string(),
  meanMin: z
    .number()
    .describe('Working minutes: of a risk the delays it brings, of a later phase its length'),
  standardDeviationMin: z.number(),
  criticalityIndex: share.nullable().describe('Null: of a risk nobody can say'),
  crucialityIndex: share,
  rankCorrelation: z.number().min(-1).max(1),
})

/** What came of a simulation. */
export const forecastResult = z.object({
  ...forecastOptions.shape,
  madeAt: instant,
  isCurrent: z.boolean().describe('Nothing that it follows from has changed since'),
  plannedFinishAt: instant.describe('When the dated work finishes as it is calculated'),
  plannedChance: share.describe('In which part of the runs everything is done by then'),
  finishAt: curve.describe('The moment by which 1, 2, ... 100 percent of the runs are done'),
  unlevelledFinishAt: curve
    .nullable()
    .describe('The same runs if nobody had to wait for people and machines; null: they were not levelled'),
  costMinor: curve.nullable().describe('Null: nothing in the plan has a cost'),
  tasks: z.array(forecastTask).describe('Those that matter most for the finish, at most a hundred'),
  others: z.array(forecastOther).describe('Risks and later phases that move the finish, as tasks do'),
  scope: z.object({
    openItems: z.int(),
    rangedItems: z.int().describe('Those with a range'),
    risks: z.int(),
    rangedPhases: z.int().describe('Later phases that are in as ranges'),
    openPhases: z
      .array(z.string())
      .describe('Later phases that do not say when they end: they are not in it'),
    histories,
  }),
})

/** The forecast of a project: what was asked for, what came of it, and what would make it better. */
export const forecastView = z.object({
  state: z.enum(['none', 'waiting', 'running', 'done', 'stopped', 'failed']),
  doneRuns: z.int(),
  runs: z.int(),
  refusal: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  result: forecastResult.nullable(),
  options: forecastOptions.describe('What was asked for last, else what is usual'),
  histories,
  rangedItems: z.int().describe('Open items whose duration is a range'),
  rangedPhases: z.int(),
  unranged: z
    .array(z.object({ itemId: id, key: z.string(), title: z.string() }))
    .describe('Open items without a range, the first fifty in the order of the plan'),
  unrangedCount: z.int(),
  risks: z.array(riskView).describe('By title'),
})
/** The forecast of a project as everybody sees it. */
export type ForecastView = Frozen<z.infer<typeof forecastView>>
