import { entryOf, Following } from '../carry-on.ts'
import type { ProcessContext, ProcessDecision } from '../decision.ts'
import type { InstanceSnapshot, ProcessInstance } from '../instance.ts'
import type { Migration } from './check-migration.ts'
import { migrateState } from './migrate-state.ts'
import type { MigrationReport } from './migration-report.ts'

/** Where an instance is to go. */
export type CarryOver = {
  readonly migration: Migration
  readonly modelId: ProcessInstance['modelId']
  readonly stepIds: ProcessInstance['stepIds']
}

/**
 * Takes an instance to another version: its open work stays the same items, which from then on carry out the steps
 * they went to.
 *
 * @param context the graph in it is that of the version it goes to
 */
export function carryOver(
  snapshot: InstanceSnapshot,
  { migration, modelId, stepIds }: CarryOver,
  context: ProcessContext,
):
  | { readonly ok: true; readonly decision: ProcessDecision; readonly report: MigrationReport }
  | { readonly ok: false; readonly report: MigrationReport } {
  const { now, dueOf } = context
  const migrated = migrateState(migration, { state: snapshot.engine, world: { now, dueOf } })
  if (!migrated.ok) return migrated
  const { step, report } = migrated
  const command = { kind: 'migrate', state: step.state } as const
  const entry = entryOf(step, { modelId, command, dues: [] }, context)
  const moved = { ...snapshot, activities: movedActivities(snapshot, report, context) }
  const decision = new Following(moved, context).decide({ command, step, entry })
  const instance = { ...decision.instance, modelId, stepIds, version: snapshot.instance.version + 1 }
  return { ok: true, decision: { ...decision, instance }, report }
}

function movedActivities(
  { activities }: InstanceSnapshot,
  { moves }: MigrationReport,
  { steps }: ProcessContext,
): InstanceSnapshot['activities'] {
  const places = new Map(moves.map(({ tokenId, to }) => [tokenId, to]))
  return activities.map((activity) => {
    const stepId = steps.get(places.get(activity.tokenId) ?? '')?.id
    if (activity.closedAt !== null || !stepId || stepId === activity.stepId) return activity
    return { ...activity, stepId }
  })
}
