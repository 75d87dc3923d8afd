import type { Unit } from '../../../platform/commands/index.ts'
import type { IncidentRow, TokenRow, WaitRow } from '../store/engine-rows.ts'
import { findIncidents, findTokens, findWaits } from './find-engine-rows.ts'
import { findActivitiesOf, type KnownActivity } from './find-instances.ts'

/** The rows of some instances that hang on theirs. */
export type InstanceParts = {
  readonly activities: readonly KnownActivity[]
  readonly tokens: readonly TokenRow[]
  readonly waits: readonly WaitRow[]
  readonly incidents: readonly IncidentRow[]
}

const NONE: InstanceParts = { activities: [], tokens: [], waits: [], incidents: [] }

/** What hangs on some instances, asked for at once. */
export async function findParts(
  { tx, organisationId }: Unit,
  instanceIds: readonly string[],
): Promise<InstanceParts> {
  if (instanceIds.length === 0) return NONE
  const [activities, tokens, waits, incidents] = await Promise.all([
    findActivitiesOf(tx, organisationId, instanceIds),
    findTokens(tx, organisationId, instanceIds),
    findWaits(tx, organisationId, instanceIds),
    findIncidents(tx, organisationId, instanceIds),
  ])
  return { activities, tokens, waits, incidents }
}

/** What hangs on each of some instances. */
export function partsById(found: readonly InstanceParts[]): (instanceId: string) => InstanceParts {
  const activities = Map.groupBy(
    found.flatMap((one) => one.activities),
    ({ instanceId }) => instanceId,
  )
  const byInstance = <Row extends { readonly instance_id: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, (row) => row.instance_id)
  const tokens = byInstance(found.flatMap((one) => one.tokens))
  const waits = byInstance(found.flatMap((one) => one.waits))
  const incidents = byInstance(found.flatMap((one) => one.incidents))
  return (id) => ({
    ...{ activities: activities.get(id) ?? [], tokens: tokens.get(id) ?? [] },
    ...{ waits: waits.get(id) ?? [], incidents: incidents.get(id) ?? [] },
  })
}
