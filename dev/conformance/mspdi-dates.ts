import { sayProblem, sayRefusal } from '@millrace/contract'
import { PlanNetwork, plannedTasks } from '@millrace/core/schedule'
import { type MspdiProject, mspdiToPlan } from '@millrace/formats/mspdi'
import { compareDates, type DateComparison, type FilePlan } from '@millrace/formats/plan'

/** How a file's own dates compare with those that its logic leads to. */
export type DateOutcome = {
  /** Whether the file has links or constraints; without, only calendars and durations speak. */
  readonly hasLogic: boolean
  readonly compared: number
  readonly differing: number
  /** Differences for which no reason is known; a file that is refused counts as one. */
  readonly unexplained: number
  /** What differs and why, line by line. */
  readonly lines: readonly string[]
}

/** Schedules a project file and compares every task that is calculated with the dates it states. */
export function compareWithFile(project: MspdiProject): DateOutcome {
  const plan = mspdiToPlan(project)
  const hasLogic =
    plan.input.links.length > 0 || plan.input.tasks.some(({ constraint }) => constraint !== null)
  const network = PlanNetwork.of(plan.input)
  if (!network.ok) {
    const { sentence } = sayRefusal(network.refusal)
    return { hasLogic, compared: 0, differing: 0, unexplained: 1, lines: [`refused: ${sentence}`] }
  }
  const comparison = compareDates(plan, plannedTasks(network.value))
  const explained = comparison.differing.map((difference) => ({
    ...difference,
    reason: reasonFor(difference.itemId, plan, comparison),
  }))
  return {
    hasLogic,
    compared: comparison.compared,
    differing: comparison.differing.length,
    unexplained: explained.filter(({ reason }) => reason === null).length,
    lines: explained.map(({ place, startOffMin, finishOffMin, reason }) => {
      const off = `start ${startOffMin} min, finish ${finishOffMin} min`
      return `${plan.rows[place]?.wbs ?? ''} ${plan.rows[place]?.name ?? ''}: ${off}: ${reason ?? 'unexplained'}`
    }),
  }
}

/** What is told of a task itself, or that it follows one that differs, too. */
function reasonFor(itemId: string, { notes, input }: FilePlan, { differing }: DateComparison): string | null {
  const own = notes.find((note) => note.itemId === itemId)
  if (own) return sayProblem(own.code, own.params)
  const others = new Set<string>(differing.map((difference) => difference.itemId))
  const isFollowing = input.links.some(({ fromId, toId }) => toId === itemId && others.has(fromId))
  return isFollowing ? 'it follows a task that differs' : null
}
