import type { ProjectValueView } from '@millrace/contract'
import { addLater, type MeasuredProject, measureProject, type WholeProject } from '@millrace/core/cost'
import type { Instant } from '@millrace/core/kernel'
import type { Tx } from '../../platform/db/transaction.ts'
import type { PlanToMeasure } from '../schedule/index.ts'
import {
  type Earning,
  type ReportedWork,
  readEarnings,
  readReportedWork,
  readSpentDays,
  type SpentDay,
} from './queries/read-earned-facts.ts'
import { type ValuedItems, valueItems } from './value-items.ts'

/** What is known of progress and cost of some projects. */
export type Facts = {
  readonly earnings: ReadonlyMap<string, Earning>
  readonly spent: readonly SpentDay[]
  readonly reported: readonly ReportedWork[]
}

/** Reads it, one statement each. */
export async function readFacts(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<Facts> {
  return {
    earnings: await readEarnings(tx, organisationId, projectIds),
    spent: await readSpentDays(tx, organisationId, projectIds),
    reported: await readReportedWork(tx, organisationId, projectIds),
  }
}

/** That of one project among them. */
export function factsOf({ earnings, spent, reported }: Facts, projectId: string): Facts {
  const isOwn = (of: { readonly projectId: string }) => of.projectId === projectId
  return { earnings, spent: spent.filter(isOwn), reported: reported.filter(isOwn) }
}

/** A measured project, and the periods it was measured in. */
export type Measured = {
  readonly valued: ValuedItems
  readonly result: MeasuredProject
  /** With its later phases; null: it has none. */
  readonly whole: WholeProject | null
}

/** A project measured against a baseline at a moment; null for a baseline without any date. */
export function measureBy(measured: PlanToMeasure, facts: Facts, statusAt: Instant): Measured | null {
  const valued = valueItems(measured, { ...facts, statusAt })
  if (valued === null) return null
  const periods = valued.periods.edges.length - 1
  const result = measureProject(valued.items, { periods, statusAt: valued.statusPlace })
  const { later } = measured
  const ofUnit = later && (valued.unit === 'money' ? later.costMinor : later.effortMin)
  return { valued, result, whole: later && addLater(result.project, ofUnit) }
}

/** What is told of every measured project: its sums, and what they say of time. */
export function presentMeasured(
  { valued: { unit, periods, momentOf }, result: { project, schedule }, whole }: Measured,
  statusAt: Instant,
): NonNullable<ProjectValueView['value']> {
  const { estimateAtCompletion } = schedule
  return {
    ...{ unit, statusAt, period: periods.kind, project, whole },
    schedule: {
      earnedAt: momentOf(schedule.earnedSchedule),
      variance: schedule.scheduleVariance,
      performanceIndex: schedule.schedulePerformanceIndex,
      plannedFinishAt: momentOf(schedule.plannedDuration),
      estimatedFinishAt: estimateAtCompletion === null ? null : momentOf(estimateAtCompletion),
    },
  }
}
