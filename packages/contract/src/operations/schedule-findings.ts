import { z } from 'zod'
import { operation } from '../operation.ts'
import { scheduleRoutes } from '../routes/schedule.ts'
import { id, nothing } from '../schemas/base.ts'
import { earningFields } from '../schemas/earned-value.ts'
import { outsideWorkView } from '../schemas/outside-work.ts'
import { planChainView } from '../schemas/plan-chain.ts'
import {
  estimateShape,
  forecastOptions,
  forecastView,
  riskFields,
  riskView,
} from '../schemas/plan-forecast.ts'
import { planHealthView } from '../schemas/plan-health.ts'

/** What is found out about a plan: its health, its forecast, and what these are told. */
export const scheduleFindingOperations = {
  'schedule.getHealth': operation({
    id: 'schedule.getHealth',
    route: scheduleRoutes['schedule.getHealth'],
    summary: 'How sound a plan is: each check with what failed it, after DCMA’s 14 points.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: planHealthView,
    refusals: ['schedule.plan_too_large', 'platform.not_found'],
  }),
  'schedule.getOutsideWork': operation({
    id: 'schedule.getOutsideWork',
    route: scheduleRoutes['schedule.getOutsideWork'],
    summary:
      'What other projects ask of the people and machines of a project. What the reader may not see counts without its name.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: outsideWorkView,
    refusals: ['schedule.plan_too_large', 'platform.not_found'],
  }),
  'schedule.getForecast': operation({
    id: 'schedule.getForecast',
    route: scheduleRoutes['schedule.getForecast'],
    summary:
      'When a project will be finished and what it will cost, as ranges; how far the forecast is that is being made, and the risk register.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: forecastView,
    refusals: ['schedule.plan_too_large', 'platform.not_found'],
  }),
  'schedule.getChain': operation({
    id: 'schedule.getChain',
    route: scheduleRoutes['schedule.getChain'],
    summary:
      'The critical chain of a project: the longest way through what waits for what and who does one after the other, with its buffers and how it goes.',
    permission: 'container.read',
    input: z.object({
      containerId: id,
      rule: z
        .enum(['root-square', 'cut-and-paste'])
        .default('root-square')
        .describe('How buffers are sized: by the ranges of estimates, or half of the chain'),
    }),
    output: z.object({
      chain: planChainView.nullable().describe('Null: there is no work with a place in time'),
    }),
    refusals: ['schedule.plan_too_large', 'platform.not_found'],
  }),
  'schedule.startForecast': operation({
    id: 'schedule.startForecast',
    route: scheduleRoutes['schedule.startForecast'],
    summary:
      'Simulate a project many times over. The answer comes later; the same seed and an unchanged plan give the same one.',
    permission: 'item.write',
    input: z.object({
      containerId: id,
      runs: forecastOptions.shape.runs.default(10_000),
      seed: forecastOptions.shape.seed.default(1),
      shape: forecastOptions.shape.shape.default('pert'),
      correlation: forecastOptions.shape.correlation.default(0.3),
      startOn: forecastOptions.shape.startOn.default(null),
      isLevelled: forecastOptions.shape.isLevelled.default(false),
    }),
    output: nothing,
    refusals: ['schedule.date_outside', 'work.container_archived', 'platform.not_found'],
  }),
  'schedule.setEstimateShape': operation({
    id: 'schedule.setEstimateShape',
    route: scheduleRoutes['schedule.setEstimateShape'],
    summary: 'Say how the estimate of an item is spread in forecasts; null: as its project does.',
    permission: 'item.write',
    input: z.object({ containerId: id, itemId: id, shape: estimateShape.nullable() }),
    output: nothing,
    refusals: ['schedule.not_on_plan', 'work.container_archived', 'platform.not_found'],
  }),
  'schedule.stopForecast': operation({
    id: 'schedule.stopForecast',
    route: scheduleRoutes['schedule.stopForecast'],
    summary: 'Give up the forecast that is being made; the one before stays.',
    permission: 'item.write',
    input: z.object({ containerId: id }),
    output: nothing,
    refusals: ['work.container_archived', 'platform.not_found'],
  }),
  'schedule.changeEarning': operation({
    id: 'schedule.changeEarning',
    route: scheduleRoutes['schedule.changeEarning'],
    summary:
      'Set how an item earns what was planned for it, agreed before the work starts; its weight as a milestone, units done of units ordered, and what its rest takes as estimated anew.',
    permission: 'item.write',
    input: z.object({ containerId: id, itemId: id, patch: earningFields.partial() }),
    output: nothing,
    refusals: ['schedule.not_on_plan', 'work.container_archived', 'platform.not_found'],
  }),
  'schedule.saveRisk': operation({
    id: 'schedule.saveRisk',
    route: scheduleRoutes['schedule.saveRisk'],
    summary: 'Add something that may happen to a project, or change it.',
    permission: 'item.write',
    input: riskFields.extend({ id, containerId: id }),
    output: riskView,
    refusals: [
      'schedule.range_reversed',
      'schedule.not_on_plan',
      'work.container_archived',
      'platform.exists',
      'platform.not_found',
    ],
  }),
  'schedule.removeRisk': operation({
    id: 'schedule.removeRisk',
    route: scheduleRoutes['schedule.removeRisk'],
    summary: 'Remove something from the risk register of a project.',
    permission: 'item.write',
    input: z.object({ containerId: id, id }),
    output: nothing,
    refusals: ['work.container_archived', 'platform.not_found'],
  }),
} as const
