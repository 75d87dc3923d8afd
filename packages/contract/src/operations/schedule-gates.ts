import { z } from 'zod'
import { operation } from '../operation.ts'
import { scheduleRoutes } from '../routes/schedule.ts'
import { id, plainDate } from '../schemas/base.ts'
import { criterionId, gateFields, gateOutcome } from '../schemas/phase-gate.ts'
import { phaseView } from '../schemas/schedule.ts'

/** What is done at the gates between phases. */
export const scheduleGateOperations = {
  'schedule.saveGate': operation({
    id: 'schedule.saveGate',
    route: scheduleRoutes['schedule.saveGate'],
    summary:
      'Put a gate at the end of a phase, or change it: what must be true to pass, and who decides. What was met and decided stays.',
    permission: 'container.manage',
    input: gateFields.extend({ phaseId: id }),
    output: phaseView,
    refusals: [
      'work.date_wrong',
      'schedule.phase_closed',
      'schedule.gate_criterion_twice',
      'platform.reference_unknown',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
  'schedule.removeGate': operation({
    id: 'schedule.removeGate',
    route: scheduleRoutes['schedule.removeGate'],
    summary: 'Take away the gate of a phase at which nothing was decided.',
    permission: 'container.manage',
    input: z.object({ phaseId: id }),
    output: phaseView,
    refusals: ['schedule.gate_decided', 'work.container_archived', 'platform.not_found'],
  }),
  'schedule.tickCriterion': operation({
    id: 'schedule.tickCriterion',
    route: scheduleRoutes['schedule.tickCriterion'],
    summary: 'Say whether a criterion of a gate is met.',
    permission: 'item.write',
    input: z.object({ phaseId: id, criterionId, isMet: z.boolean() }),
    output: phaseView,
    refusals: ['schedule.phase_closed', 'work.container_archived', 'platform.not_found'],
  }),
  'schedule.decideGate': operation({
    id: 'schedule.decideGate',
    route: scheduleRoutes['schedule.decideGate'],
    summary:
      'Decide at the gate of the current phase, as the person named for it, or as a manager when nobody is. Decisions are kept; the last one counts.',
    permission: 'container.read',
    input: z.object({
      phaseId: id,
      decisionId: id.describe('Of the decision, made by whoever asks'),
      outcome: gateOutcome,
      decidedOn: plainDate.optional().describe('Today when left out'),
      reason: z
        .string()
        .trim()
        .max(4000)
        .default('')
        .describe('Why; with conditions, which. Only a plain pass needs none'),
    }),
    output: phaseView,
    refusals: [
      'work.date_wrong',
      'schedule.gate_not_due',
      'schedule.gate_not_yours',
      'schedule.gate_date_ahead',
      'schedule.gate_reason_needed',
      'schedule.gate_criteria_open',
      'work.container_archived',
      'platform.not_found',
      'platform.exists',
    ],
  }),
} as const
