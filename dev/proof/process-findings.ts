import { type HistoryEntry, type ProcessState, replay } from '@millrace/core/process'
import type { Pool } from 'pg'
import { stateOf } from '../../packages/server/src/features/process/engine-state.ts'
import type { Compiled } from '../../packages/server/src/features/process/graphs.ts'
import {
  findHistory,
  findIncidents,
  findTokens,
  findWaits,
} from '../../packages/server/src/features/process/queries/find-engine-rows.ts'
import type { InstanceRow } from '../../packages/server/src/features/process/store/instances.ts'
import { createOwnerPool } from '../../packages/server/src/platform/db/pool.ts'
import { inSnapshot, type Tx } from '../../packages/server/src/platform/db/transaction.ts'

const LEFT = `
select h.organisation_id, h.instance_id, l ->> 'at' as node
from process_history h, jsonb_array_elements(h.happened) l
where l ->> 'kind' = 'left'`

/**
 * What has to hold of processes without loops at every moment, as questions for what breaks it: each must find
 * nothing.
 */
const RULES: Readonly<Record<string, string>> = {
  'what somebody has to do is one open item, and every open item is asked for': `
select coalesce(t.instance_id, a.instance_id) as instance, t.node, a.item_id
from (
  select t.organisation_id, t.instance_id, t.id, t.node
  from process_token t
  join process_step s on s.organisation_id = t.organisation_id and s.element_id = t.node
  where t.state = 'waiting'
) t
full join (
  select a.organisation_id, a.instance_id, a.token_id, a.item_id from process_activity a where a.closed_at is null
) a on a.organisation_id = t.organisation_id and a.instance_id = t.instance_id and a.token_id = t.id
where t.id is null or a.item_id is null`,
  'what a service has to do is one job, and every job is asked for': `
select coalesce(t.instance_id, j.instance_id) as instance, t.node, j.id
from (
  select t.instance_id, t.id, t.node from process_token t where t.node in ('print', 'charge') and t.state = 'waiting'
) t
full join process_job j on j.instance_id = t.instance_id and j.token_id = t.id and j.node = t.node
where t.id is null or j.id is null or j.state <> 'waiting'`,
  'a job of an instance has one key, and no other job has it': `
select j.idempotency_key
from process_job j
group by j.idempotency_key
having count(*) > 1`,
  'whoever waits for something is a token that stands there, and each waits once': `
select coalesce(t.instance_id, w.instance_id) as instance, t.node, w.id
from (select t.instance_id, t.id, t.node from process_token t where t.node in ('t', 'm')) t
full join process_wait w on w.instance_id = t.instance_id and w.token_id = t.id and w.node = t.node
where t.id is null or w.id is null`,
  'a step without a loop is done once in an instance': `
select a.instance_id, a.step_id
from process_activity a
group by a.instance_id, a.step_id
having count(*) > 1`,
  'a closed step has a finished item, and an open one has not': `
select a.item_id
from process_activity a
join work_item w on w.organisation_id = a.organisation_id and w.id = a.item_id
where (a.closed_at is null) = (w.state_group = 'done')`,
  'the history of an instance counts without gaps': `
select i.id, i.entries, count(h.seq), max(h.seq)
from process_instance i
left join process_history h on h.organisation_id = i.organisation_id and h.instance_id = i.id
group by i.organisation_id, i.id, i.entries
having count(h.seq) <> i.entries or coalesce(max(h.seq) - min(h.seq) + 1, 0) <> i.entries`,
  'no token leaves an element twice': `
select l.instance_id, l.node
from (${LEFT}) l
group by l.instance_id, l.node
having count(*) > 1`,
  'the history tells of each completed step, and of no other': `
select a.instance_id, s.element_id
from process_activity a
join process_step s on s.organisation_id = a.organisation_id and s.id = a.step_id
left join (${LEFT}) l
  on l.organisation_id = a.organisation_id and l.instance_id = a.instance_id and l.node = s.element_id
where (a.closed_at is null) <> (l.node is null)`,
  'an instance that runs is somewhere, and one that is over is nowhere': `
select i.id, i.state
from process_instance i
left join process_token t on t.organisation_id = i.organisation_id and t.instance_id = i.id
group by i.organisation_id, i.id, i.state
having (i.state = 'running') <> (count(t.id) > 0)`,
  'nothing is stuck': `
select p.instance_id, p.node, p.text from process_incident p`,
  'nothing in the background was given up': `
select j.kind, j.last_error from job j where j.attempts >= j.max_attempts`,
}

type Kept = Pick<InstanceRow, 'id' | 'state' | 'scopes' | 'done' | 'next_id' | 'suspended_at' | 'held'>

/** Where instances are, as the database tells past the application. */
export class ProcessLookout {
  readonly #pool: Pool

  constructor(databaseUrl: string) {
    // The database is ended while somebody looks.
    this.#pool = createOwnerPool({ connectionString: databaseUrl, max: 4, onFault: () => {} })
  }

  async close(): Promise<void> {
    await this.#pool.end().catch(() => {})
  }

  /** Which rules are broken. */
  async broken(): Promise<readonly string[]> {
    const broken: string[] = []
    for (const [rule, question] of Object.entries(RULES)) {
      const { rows } = await this.#pool.query(question)
      if (rows.length > 0) broken.push(`${rule}: ${JSON.stringify(rows.slice(0, 3))}`)
    }
    return broken
  }

  /**
   * Whoever was at work in the background before a moment is dead: others take over at once, instead of when the
   * leases run out that are for half a minute.
   */
  async endLeasesOfBefore(moment: Date): Promise<void> {
    await this.#pool.query(
      `update job set lease_until = now() where lease_until between now() and $1::timestamptz + interval '30 seconds'`,
      [moment.toISOString()],
    )
  }

  /** Those of some instances that are not there. */
  async missing(ids: readonly string[]): Promise<readonly string[]> {
    return await this.#ids(
      `select w.id
from unnest($1::uuid[]) as w (id)
left join process_instance i on i.id = w.id
where i.id is null`,
      ids,
    )
  }

  /** Those of some instances that run, in the order given. */
  async running(ids: readonly string[]): Promise<readonly string[]> {
    return await this.#ids(
      `select w.id
from unnest($1::uuid[]) with ordinality as w (id, nth)
join process_instance i on i.id = w.id and i.state = 'running'
order by w.nth`,
      ids,
    )
  }

  /** Items that are open in instances. */
  async openIn(instanceIds: readonly string[]): Promise<readonly string[]> {
    return await this.#ids(
      `select a.item_id as id from process_activity a
where a.instance_id = any($1::uuid[]) and a.closed_at is null
order by a.item_id`,
      instanceIds,
    )
  }

  /** Those of some items whose step is not closed. */
  async notClosed(itemIds: readonly string[]): Promise<readonly string[]> {
    return await this.#ids(
      `select w.id
from unnest($1::uuid[]) as w (id)
left join process_activity a on a.item_id = w.id and a.closed_at is not null
where a.item_id is null`,
      itemIds,
    )
  }

  /** Those of some jobs that are still there. */
  async openJobs(jobIds: readonly string[]): Promise<readonly string[]> {
    return await this.#ids('select j.id from process_job j where j.id = any($1::uuid[])', jobIds)
  }

  /** How often each command was said to all instances together. */
  async told(): Promise<Readonly<Record<string, number>>> {
    const { rows } = await this.#pool.query<{ kind: string; count: number }>(
      `select h.command ->> 'kind' as kind, count(*)::int as count from process_history h group by 1 order by 1`,
    )
    return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
  }

  /** Instances that have not left so many elements. */
  async notThrough(elements: number): Promise<readonly string[]> {
    return await this.#ids(
      `select i.id
from process_instance i
left join (${LEFT}) l on l.organisation_id = i.organisation_id and l.instance_id = i.id
group by i.organisation_id, i.id, i.state
having i.state <> 'finished' or count(l.node) <> $1`,
      elements,
    )
  }

  /** Instances that are elsewhere than their history says when it is told once more. */
  async unlikeHistory(organisationId: string, { graph, moment }: Compiled): Promise<readonly string[]> {
    const graphAt = (_modelId: string, at: number) => {
      moment.now = at
      return graph
    }
    return await inSnapshot({ pool: this.#pool }, organisationId, async (tx) => {
      const { states, history } = await this.#kept(tx, organisationId, graph)
      return [...states].flatMap(([id, state]) => {
        const entries: readonly HistoryEntry[] = history.get(id) ?? []
        const [told, kept] = [replay(entries, graphAt), state].map(written)
        return told === kept ? [] : [`${id}: ${told} is kept as ${kept}`]
      })
    })
  }

  async #kept(tx: Tx, organisationId: string, graph: Compiled['graph']) {
    const instances = await tx.query<Kept>({
      text: `
select i.id, i.state, i.scopes, i.done, i.next_id, i.suspended_at, i.held
from process_instance i
where i.organisation_id = $1
order by i.id`,
      values: [organisationId],
    })
    const ids = instances.map(({ id }) => id)
    const [tokens, waits, incidents, history] = await Promise.all([
      findTokens(tx, organisationId, ids),
      findWaits(tx, organisationId, ids),
      findIncidents(tx, organisationId, ids),
      findHistory(tx, organisationId, ids),
    ])
    const of = <Row extends { readonly instance_id: string }>(rows: readonly Row[], id: string) =>
      rows.filter((row) => row.instance_id === id)
    const states = instances.map((instance) => {
      const own = { tokens: of(tokens, instance.id), waits: of(waits, instance.id) }
      const rows = { instance, ...own, incidents: of(incidents, instance.id) }
      return [instance.id, stateOf(rows, graph)] as const
    })
    return { states: new Map(states), history }
  }

  async #ids(text: string, value: unknown): Promise<readonly string[]> {
    const { rows } = await this.#pool.query<{ id: string }>(text, [value])
    return rows.map(({ id }) => id)
  }
}

/** A state as text: rows in the order of their ids, properties in that of their names. */
function written(state: ProcessState): string {
  const rows = <Row extends { readonly id: number }>(of: readonly Row[]) =>
    of.toSorted((one, other) => one.id - other.id)
  const { scopes, tokens, waits, done, incidents } = state
  const ordered = { scopes: rows(scopes), tokens: rows(tokens), waits: rows(waits) }
  return JSON.stringify({ ...state, ...ordered, done: rows(done), incidents: rows(incidents) }, byName)
}

function byName(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
