import type { HistoryEntry } from '@millrace/core/process'
import { among } from '../../../platform/db/among.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { IncidentRow, TokenRow, WaitRow } from '../store/engine-rows.ts'

/** The tokens of some instances, in the order of their ids. */
export async function findTokens(tx: Tx, organisationId: string, instanceIds: readonly string[]) {
  return await tx.query<TokenRow>({
    name: 'process_find_tokens',
    text: `
select t.instance_id, t.id, t.scope, t.node, t.state, t.via, t.locals, t.undoes, t.rounds
from process_token t
where t.organisation_id = $1
  and t.instance_id = any(${among('$2')})
order by t.instance_id, t.id`,
    values: [organisationId, instanceIds],
  })
}

/** What some instances wait for. */
export async function findWaits(tx: Tx, organisationId: string, instanceIds: readonly string[]) {
  return await tx.query<WaitRow>({
    name: 'process_find_waits',
    text: `
select w.instance_id, w.id, w.scope, w.token_id, w.node, w.kind, w.name, w.key, w.due_at, w.rule, w.cycle
from process_wait w
where w.organisation_id = $1
  and w.instance_id = any(${among('$2')})
order by w.instance_id, w.id`,
    values: [organisationId, instanceIds],
  })
}

/** Where some instances are stuck. */
export async function findIncidents(tx: Tx, organisationId: string, instanceIds: readonly string[]) {
  return await tx.query<IncidentRow>({
    name: 'process_find_incidents',
    text: `
select n.instance_id, n.id, n.token_id, n.node, n.kind, n.text
from process_incident n
where n.organisation_id = $1
  and n.instance_id = any(${among('$2')})
order by n.instance_id, n.id`,
    values: [organisationId, instanceIds],
  })
}

type HistoryRow = {
  readonly instance_id: string
  readonly at: number
  readonly actor: HistoryEntry['actor']
  readonly model_id: string
  readonly command: HistoryEntry['command']
  readonly dues: HistoryEntry['dues']
  readonly happened: HistoryEntry['happened']
}

/** All of the history of some instances, from the first entry on. */
export async function findHistory(
  tx: Tx,
  organisationId: string,
  instanceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HistoryEntry[]>> {
  const rows = await tx.query<HistoryRow>({
    name: 'process_find_history',
    text: `
select h.instance_id, h.at, h.actor, h.model_id, h.command, h.dues, h.happened
from process_history h
where h.organisation_id = $1
  and h.instance_id = any($2::uuid[])
order by h.instance_id, h.seq`,
    values: [organisationId, instanceIds],
  })
  const entries = rows.map(({ instance_id, model_id, ...entry }) => ({
    instanceId: instance_id,
    entry: { ...entry, modelId: model_id },
  }))
  return new Map(
    [...Map.groupBy(entries, ({ instanceId }) => instanceId)].map(([id, own]) => [
      id,
      own.map(({ entry }) => entry),
    ]),
  )
}
