import { z } from 'zod'
import { operation } from '../operation.ts'
import { scheduleRoutes } from '../routes/schedule.ts'
import { id, nothing } from '../schemas/base.ts'
import { baselineView, phaseFields, phaseView } from '../schemas/schedule.ts'

const phaseRules = [
  'work.date_wrong',
  'schedule.range_incomplete',
  'schedule.range_reversed',
  'schedule.range_needed',
  'schedule.phase_order',
  'schedule.phases_overlap',
] as const

/** What is done to the phases of a project. */
export const schedulePhaseOperations = {
  'schedule.addPhase': operation({
    id: 'schedule.addPhase',
    route: scheduleRoutes['schedule.addPhase'],
    summary: 'Add a phase to a project: a later one, unless it is said otherwise.',
    permission: 'container.manage',
    input: phaseFields.partial().extend({ id, containerId: id, name: phaseFields.shape.name }),
    output: phaseView,
    refusals: [
      ...phaseRules,
      'schedule.too_many_phases',
      'work.container_archived',
      'platform.not_found',
      'platform.exists',
    ],
  }),
  'schedule.changePhase': operation({
    id: 'schedule.changePhase',
    route: scheduleRoutes['schedule.changePhase'],
    summary: 'Change a phase. Several changes of one batch are judged together.',
    permission: 'container.manage',
    input: z.object({
      id,
      version: z.int().optional().describe('Refuse unless it is at this version'),
      patch: phaseFields.partial(),
    }),
    output: phaseView,
    refusals: [
      ...phaseRules,
      'schedule.promotion_needed',
      'schedule.later_phase_detail',
      'platform.version_old',
      'platform.not_found',
    ],
  }),
  'schedule.promotePhase': operation({
    id: 'schedule.promotePhase',
    route: scheduleRoutes['schedule.promotePhase'],
    summary:
      'Roll the wave on: open the first later phase for detail and take a new baseline. The phase that was next becomes current, the current one closes.',
    permission: 'container.manage',
    input: z.object({ id, baselineId: id, baselineName: z.string().trim().max(150).optional() }),
    output: z.object({ phases: z.array(phaseView).describe('Those that changed'), baseline: baselineView }),
    refusals: [
      ...phaseRules,
      'schedule.not_first_later',
      'schedule.plan_too_large',
      'work.container_archived',
      'platform.not_found',
      'platform.exists',
    ],
  }),
  'schedule.placeInPhase': operation({
    id: 'schedule.placeInPhase',
    route: scheduleRoutes['schedule.placeInPhase'],
    summary: 'Put an item, and everything under it, into a phase of its project; null takes it out.',
    permission: 'item.write',
    input: z.object({ itemId: id, phaseId: id.nullable() }),
    output: nothing,
    refusals: ['schedule.later_phase_detail', 'schedule.phase_elsewhere', 'platform.not_found'],
  }),
  'schedule.setRollingWave': operation({
    id: 'schedule.setRollingWave',
    route: scheduleRoutes['schedule.setRollingWave'],
    summary:
      'Whether later phases hold packages with ranges only. New projects begin with it, imported plans without.',
    permission: 'container.manage',
    input: z.object({ containerId: id, isOn: z.boolean() }),
    output: nothing,
    refusals: ['schedule.later_phase_detail', 'work.container_archived', 'platform.not_found'],
  }),
} as const
