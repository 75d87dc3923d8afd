import type { Instant } from '@millrace/core/kernel'
import { answerRuleTask, type BpmnWork, type RuleAnswer, type Variables } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import type { DecisionLogRow } from '../store/decision-log.ts'
import { DecisionShelf } from './decision-shelf.ts'

/** A business rule task at which an instance stands. */
export type RuleTask = {
  readonly processId: string
  readonly instanceId: string
  /** The id of the element. */
  readonly node: string
  readonly work: Pick<BpmnWork, 'decisionRef' | 'decisionBinding' | 'resultVariable'>
  readonly variables: Variables
  /** When the version of the process was published that the instance keeps. */
  readonly deployedAt: Instant | null
  /** Where its clocks stand, an IANA name. */
  readonly zone: string
}

/** What the task writes into its instance; or why there is no answer. */
export type AnsweredTask =
  | { readonly ok: true; readonly values: Variables }
  | { readonly ok: false; readonly fault: string }

/** Answers business rule tasks, and says how, for the decision log. */
export async function answerRuleTasks(
  unit: Unit,
  tasks: readonly RuleTask[],
): Promise<{ readonly answers: readonly AnsweredTask[]; readonly log: readonly DecisionLogRow[] }> {
  const processIds = [...new Set(tasks.map(({ processId }) => processId))]
  const shelf = await DecisionShelf.load(unit.tx, unit.organisationId, processIds)
  const asked = tasks.map((task) => {
    const { decisionRef: key, decisionBinding: binding } = task.work
    const version = key === null ? null : shelf.find(task.processId, { ...task, key, binding })
    return { task, key, version }
  })
  await shelf.open(
    unit.tx,
    asked.flatMap(({ version }) => version ?? []),
  )
  const answers = asked.map(({ task, key, version }) => {
    const program = version === null ? null : shelf.programOf(version)
    if (version === null || key === null || program === null) return null
    const moment = { now: unit.now, zone: task.zone }
    const answer = answerRuleTask(task.work, { program, key }, { variables: task.variables, moment })
    const row: DecisionLogRow = {
      ...{ ...answer.entry, id: unit.newId(), processId: task.processId, key },
      ...{ decisionId: version.decisionId, number: version.number },
      asker: { instanceId: task.instanceId, node: task.node },
    }
    return { answer, row }
  })
  return {
    answers: answers.map((one) => outcomeOf(one?.answer)),
    log: answers.flatMap((one) => (one === null ? [] : [one.row])),
  }
}

function outcomeOf(answer: RuleAnswer | undefined): AnsweredTask {
  if (answer === undefined) return { ok: false, fault: 'process.decision_unknown' }
  const { fault } = answer.entry
  return fault === null ? { ok: true, values: answer.values } : { ok: false, fault }
}
