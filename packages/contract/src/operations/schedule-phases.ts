import { z } from 'zod'
import { operation } from '../operation.ts'
import { scheduleRoutes } from '../routes/schedule.ts'
import { id, nothing } from '../schemas/base.ts'
import { ranges } from '../schemas/phase-gate.ts'
import { phaseSumsView } from '../schemas/phase-sums.ts'
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
  'schedule.getPhaseSums': operation({
    id: 'schedule.getPhaseSums',
    route: scheduleRoutes['schedule.getPhaseSums'],
    summary:
      'What a project takes, by phase and as a whole: effort, duration, people and cost. Later phases, and sums they are part of, are ranges.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: phaseSumsView,
    refusals: ['schedule.plan_too_large', 'schedule.plan_calendar_unknown', 'platform.not_found'],
  }),
  'schedule.addPhase': operation({
    id: 'schedule.addPhase',
    route: scheduleRoutes['schedule.addPhase'],
    summary: 'Add a phase to a project: a later one, unless it is said otherwise.',
    permission: 'container.manage',
    input: phaseFields.partial().extend({ id, containerId: id, name: phaseFields.shape.name }),
    output: phaseView,
    refusals: [
      ...phaseRules,
      'schedule.promotion_needed',
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
      'schedule.gate_not_passed',
      'platform.version_old',
      'platform.not_found',
    ],
  }),
  'schedule.removePhase': operation({
    id: 'schedule.removePhase',
    route: scheduleRoutes['schedule.removePhase'],
    summary: 'Remove a phase that holds no work, with its gate, unless something was decided at that.',
    permission: 'container.manage',
    input: z.object({ id }),
    output: nothing,
    refusals: [
      'schedule.phase_holds_work',
      'schedule.gate_decided',
      'work.container_archived',
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
      'schedule.gate_not_passed',
      'schedule.plan_too_large',
      'work.container_archived',
      'platform.not_found',
      'platform.exists',
    ],
  }),
  'schedule.placeInPhase': operation({
    id: 'schedule.placeInPhase',
    route: scheduleRoutes['schedule.placeInPhase'],
    summary:
      'Put an item, and everything under it, into a phase of its project; null takes it out. A package leaves the later phases only together with a new baseline.',
    permission: 'item.write',
    input: z.object({
      itemId: id,
      phaseId: id.nullable(),
      baselineId: id.optional().describe('Take a baseline as it leaves the later phases; managers only'),
    }),
    output: nothing,
    refusals: [
      'schedule.later_phase_detail',
      'schedule.package_leaves',
      'schedule.range_needed',
      'schedule.phase_elsewhere',
      'schedule.plan_too_large',
      'platform.not_found',
      'platform.exists',
    ],
  }),
  'schedule.setPackage': operation({
    id: 'schedule.setPackage',
    route: scheduleRoutes['schedule.setPackage'],
    summary:
      'Say within which ranges an item will last, cost and need people, while it is not planned in detail. Its range of effort stands on the item.',
    permission: 'item.write',
    input: ranges.extend({ itemId: id }),
    output: nothing,
    refusals: [
      'schedule.range_incomplete',
      'schedule.range_reversed',
      'schedule.range_needed',
      'schedule.later_phase_detail',
      'platform.not_found',
    ],
  }),
  'schedule.setRollingWave': operation({
    id: 'schedule.setRollingWave',
    route: scheduleRoutes['schedule.setRollingWave'],
    summary:
      'Whether later phases hold packages with ranges only. New projects begin with it, imported plans without.',
    permission: 'container.manage',
    input: z.object({ containerId: id, isOn: z.boolean() }),
    output: nothing,
    refusals: [
      'schedule.later_phase_detail',
      'schedule.range_needed',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
} as const
