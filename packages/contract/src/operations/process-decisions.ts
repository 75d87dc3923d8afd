import { z } from 'zod'
import { operation } from '../operation.ts'
import { processDecisionRoutes } from '../routes/process-decisions.ts'
import { id, nextCursor, pageInput } from '../schemas/base.ts'
import {
  decisionCase,
  decisionExplanation,
  decisionFields,
  decisionLogEntry,
  decisionSummary,
  decisionView,
} from '../schemas/process-decisions.ts'

const atVersion = {
  version: z.int().optional().describe('Refuse unless it is at this version'),
}
const key = z.string().min(1).max(300).describe('The id of the decision in its file')

/** What is done with the decision models of processes. */
export const processDecisionOperations = {
  'process.saveDecision': operation({
    id: 'process.saveDecision',
    route: processDecisionRoutes['process.saveDecision'],
    summary:
      'Add a decision model to a process, or change its draft. Instances go on with what is published.',
    permission: 'container.manage',
    input: decisionFields.extend({ id, containerId: id, ...atVersion }),
    output: decisionView,
    refusals: [
      'process.decision_unreadable',
      'process.decision_archived',
      'process.too_many_decisions',
      'platform.version_old',
      'platform.exists',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
  'process.publishDecision': operation({
    id: 'process.publishDecision',
    route: processDecisionRoutes['process.publishDecision'],
    summary: 'Make the draft of a decision model a version that instances are answered by.',
    permission: 'container.manage',
    input: z.object({ id, note: z.string().trim().max(500).default(''), ...atVersion }),
    output: decisionView,
    refusals: [
      'process.decision_faulty',
      'process.decision_empty',
      'process.decision_key_taken',
      'process.decision_unchanged',
      'process.decision_archived',
      'platform.version_old',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
  'process.removeDecision': operation({
    id: 'process.removeDecision',
    route: processDecisionRoutes['process.removeDecision'],
    summary: 'Archive a decision model. Instances that name a decision of it wait with an incident.',
    permission: 'container.manage',
    input: z.object({ id }),
    output: decisionView,
    refusals: ['work.container_archived', 'platform.not_found'],
  }),
  'process.restoreDecision': operation({
    id: 'process.restoreDecision',
    route: processDecisionRoutes['process.restoreDecision'],
    summary: 'Bring an archived decision model back.',
    permission: 'container.manage',
    input: z.object({ id }),
    output: decisionView,
    refusals: [
      'process.decision_key_taken',
      'process.too_many_decisions',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
  'process.listDecisions': operation({
    id: 'process.listDecisions',
    route: processDecisionRoutes['process.listDecisions'],
    summary: 'The decision models of a process, archived ones last.',
    permission: 'container.read',
    input: z.object({ containerId: id }),
    output: z.object({ decisions: z.array(decisionSummary) }),
    refusals: ['platform.not_found'],
  }),
  'process.getDecision': operation({
    id: 'process.getDecision',
    route: processDecisionRoutes['process.getDecision'],
    summary: 'A decision model with its draft, its examples and its versions.',
    permission: 'container.read',
    input: z.object({ id }),
    output: decisionView,
    refusals: ['platform.not_found'],
  }),
  'process.getDecisionVersion': operation({
    id: 'process.getDecisionVersion',
    route: processDecisionRoutes['process.getDecisionVersion'],
    summary: 'The file of a published version of a decision model.',
    permission: 'container.read',
    input: z.object({ id, number: z.coerce.number().int().min(1).max(2_147_483_647) }),
    output: z.object({ dmn: z.string() }),
    refusals: ['platform.not_found'],
  }),
  'process.saveDecisionCase': operation({
    id: 'process.saveDecisionCase',
    route: processDecisionRoutes['process.saveDecisionCase'],
    summary: 'Put an example beside a decision, or change one.',
    permission: 'container.manage',
    input: decisionCase.extend({ decisionId: id }),
    output: decisionView,
    refusals: [
      'process.too_many_decision_cases',
      'process.decision_archived',
      'platform.exists',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
  'process.removeDecisionCase': operation({
    id: 'process.removeDecisionCase',
    route: processDecisionRoutes['process.removeDecisionCase'],
    summary: 'Take an example away.',
    permission: 'container.manage',
    input: z.object({ decisionId: id, id }),
    output: decisionView,
    refusals: ['work.container_archived', 'platform.not_found'],
  }),
  'process.runDecisionCases': operation({
    id: 'process.runDecisionCases',
    route: processDecisionRoutes['process.runDecisionCases'],
    summary: 'Try the examples of a decision model on its draft.',
    permission: 'container.read',
    input: z.object({ id }),
    output: z.object({
      results: z.array(
        z.object({ id, name: z.string(), passes: z.boolean(), explanation: decisionExplanation }),
      ),
    }),
    refusals: ['process.decision_unreadable', 'platform.not_found'],
  }),
  'process.evaluateDecision': operation({
    id: 'process.evaluateDecision',
    route: processDecisionRoutes['process.evaluateDecision'],
    summary:
      'Ask a published decision of a process, and have the answer explained. It is kept in the decision log.',
    permission: 'item.write',
    input: z.object({
      containerId: id,
      key,
      inputs: z.record(z.string(), z.unknown()).describe('Values by the names of input data'),
      number: z.int().min(1).optional().describe('Which version; the newest when left out'),
    }),
    output: decisionLogEntry,
    refusals: ['process.decision_unknown', 'work.container_archived', 'platform.not_found'],
  }),
  'process.listDecisionLog': operation({
    id: 'process.listDecisionLog',
    route: processDecisionRoutes['process.listDecisionLog'],
    summary: 'What the decisions of a process decided, and by which rules, the newest first.',
    permission: 'container.read',
    input: z.object({
      containerId: id,
      decisionId: id.optional(),
      instanceId: id.optional(),
      ...pageInput,
    }),
    output: z.object({ entries: z.array(decisionLogEntry), next: nextCursor }),
    refusals: ['platform.not_found', 'platform.cursor_wrong'],
  }),
} as const
