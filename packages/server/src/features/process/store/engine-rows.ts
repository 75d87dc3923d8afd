import type {
  HistoryEntry,
  Incident,
  InstanceSnapshot,
  ProcessGraph,
  ProcessState,
  Scope,
  Token,
  Wait,
} from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** A scope as it is kept: by the id of its element. */
export type KeptScope = Omit<Scope, 'node'> & { readonly node: string }
/** What can be undone, as it is kept. */
export type KeptDone = Omit<ProcessState['done'][number], 'node' | 'inner'> & {
  readonly node: string
  readonly inner: readonly KeptDone[]
}

export type TokenRow = {
  readonly instance_id: string
  readonly id: number
  readonly scope: number
  readonly node: string
  readonly state: Token['state']
  readonly via: string | null
  readonly locals: Token['locals']
  readonly undoes: number | null
  readonly rounds: number
}

export type WaitRow = {
  readonly instance_id: string
  readonly id: number
  readonly scope: number
  readonly token_id: number | null
  readonly node: string
  readonly kind: Wait['kind']
  readonly name: string
  readonly key: string | null
  readonly due_at: number | null
  readonly rule: Wait['rule']
  readonly cycle: Wait['cycle']
}

export type IncidentRow = {
  readonly instance_id: string
  readonly id: number
  readonly token_id: number | null
  readonly node: string
  readonly kind: Incident['kind']
  readonly text: string
}

/** Elements by the places they have in a version, and the other way round. */
export function indexOf(graph: ProcessGraph, id: string): number {
  const index = graph.indexOf.get(id)
  if (index === undefined) throw new TypeError(`the version has no element ${id}`)
  return index
}

function idOf(graph: ProcessGraph, index: number): string {
  return graph.nodes[index]?.id ?? ''
}

/** An instance's rows before and after, and the version by which it runs. */
export type Rewritten = {
  readonly before: InstanceSnapshot | undefined
  readonly after: InstanceSnapshot
  readonly graph: ProcessGraph
  readonly entries: readonly HistoryEntry[]
}

/** Writes what has changed of tokens, waits and incidents, and adds to the history: one statement a table. */
export function saveEngineRows(unit: Unit, rewritten: readonly Rewritten[]): void {
  const changes = rewritten.map((one) => ({ ...one, id: one.after.instance.id }))
  const gone = (rows: (state: ProcessState) => readonly { readonly id: number }[]) =>
    changes.flatMap(({ id: instance_id, before, after }) => {
      const left = new Set(rows(after.engine).map(({ id }) => id))
      return (before ? rows(before.engine) : [])
        .filter(({ id }) => !left.has(id))
        .map(({ id }) => ({ instance_id, id }))
    })
  const changed = <Row>(
    rows: (state: ProcessState) => readonly Row[],
    toRow: (row: Row, of: (typeof changes)[number]) => object,
  ) =>
    changes.flatMap((of) => {
      const known = new Set(of.before ? rows(of.before.engine) : [])
      return rows(of.after.engine)
        .filter((row) => !known.has(row))
        .map((row) => ({ instance_id: of.id, ...toRow(row, of) }))
    })
  remove(
    unit,
    'process_token',
    gone((state) => state.tokens),
  )
  remove(
    unit,
    'process_wait',
    gone((state) => state.waits),
  )
  remove(
    unit,
    'process_incident',
    gone((state) => state.incidents),
  )
  saveTokens(
    unit,
    changed(
      ({ tokens }) => tokens,
      (token, { graph }) => tokenRow(token, graph),
    ),
  )
  saveWaits(
    unit,
    changed(
      ({ waits }) => waits,
      (wait, { graph }) => waitRow(wait, graph),
    ),
  )
  saveIncidents(
    unit,
    changed(
      ({ incidents }) => incidents,
      (incident, { graph }) => incidentRow(incident, graph),
    ),
  )
  addHistory(unit, changes)
}

function tokenRow({ scopeId, node, via, ...token }: Token, graph: ProcessGraph) {
  const { id, state, locals, undoes, rounds } = token
  return {
    id,
    scope: scopeId,
    node: idOf(graph, node),
    state,
    via: graph.flows[via]?.id ?? null,
    locals,
    undoes,
    rounds,
  }
}

function waitRow(wait: Wait, graph: ProcessGraph) {
  const { id, kind, name, key, rule, cycle } = wait
  return {
    ...{ id, kind, name, key, rule, cycle, scope: wait.scopeId, node: idOf(graph, wait.node) },
    token_id: wait.tokenId < 0 ? null : wait.tokenId,
    due_at: sqlMoment(wait.dueAt),
  }
}

function incidentRow({ id, tokenId, node, kind, text }: Incident, graph: ProcessGraph) {
  return { id, token_id: tokenId < 0 ? null : tokenId, node: idOf(graph, node), kind, text }
}

const REMOVE = {
  process_token: `
delete from process_token t
using json_to_recordset($2::json) as r (instance_id uuid, id integer)
where t.organisation_id = $1
  and t.instance_id = r.instance_id
  and t.id = r.id`,
  process_wait: `
delete from process_wait t
using json_to_recordset($2::json) as r (instance_id uuid, id integer)
where t.organisation_id = $1
  and t.instance_id = r.instance_id
  and t.id = r.id`,
  process_incident: `
delete from process_incident t
using json_to_recordset($2::json) as r (instance_id uuid, id integer)
where t.organisation_id = $1
  and t.instance_id = r.instance_id
  and t.id = r.id`,
}

function remove(unit: Unit, table: keyof typeof REMOVE, rows: readonly object[]): void {
  if (rows.length === 0) return
  unit.tx.send({
    name: `process_remove_${table}`,
    text: REMOVE[table],
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Since when it is there changes with the place and the state only. */
function saveTokens(unit: Unit, rows: readonly object[]): void {
  if (rows.length === 0) return
  unit.tx.send({
    name: 'process_save_tokens',
    text: `
insert into process_token as t (organisation_id, instance_id, id, scope, node, state, via, locals, undoes, rounds, since)
select $1, r.instance_id, r.id, r.scope, r.node, r.state, r.via, r.locals, r.undoes, r.rounds, $3::timestamptz
from json_populate_recordset(null::process_token, $2::json) r
on conflict (organisation_id, instance_id, id) do update
set scope = excluded.scope,
    node = excluded.node,
    state = excluded.state,
    via = excluded.via,
    locals = excluded.locals,
    undoes = excluded.undoes,
    rounds = excluded.rounds,
    since = case when t.node = excluded.node and t.state = excluded.state then t.since else excluded.since end`,
    values: [unit.organisationId, JSON.stringify(rows), sqlMoment(unit.now)],
  })
}

function saveWaits(unit: Unit, rows: readonly object[]): void {
  if (rows.length === 0) return
  unit.tx.send({
    name: 'process_save_waits',
    text: `
insert into process_wait (organisation_id, instance_id, id, scope, token_id, node, kind, name, key, due_at, rule, cycle)
select $1, r.instance_id, r.id, r.scope, r.token_id, r.node, r.kind, r.name, r.key, r.due_at, r.rule, r.cycle
from json_populate_recordset(null::process_wait, $2::json) r
on conflict (organisation_id, instance_id, id) do update
set scope = excluded.scope,
    token_id = excluded.token_id,
    node = excluded.node,
    name = excluded.name,
    key = excluded.key,
    due_at = excluded.due_at,
    rule = excluded.rule,
    cycle = excluded.cycle`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

function saveIncidents(unit: Unit, rows: readonly object[]): void {
  if (rows.length === 0) return
  unit.tx.send({
    name: 'process_save_incidents',
    text: `
insert into process_incident (organisation_id, instance_id, id, token_id, node, kind, text, since)
select $1, r.instance_id, r.id, r.token_id, r.node, r.kind, r.text, $3::timestamptz
from json_populate_recordset(null::process_incident, $2::json) r
on conflict (organisation_id, instance_id, id) do update
set token_id = excluded.token_id,
    node = excluded.node,
    kind = excluded.kind,
    text = excluded.text`,
    values: [unit.organisationId, JSON.stringify(rows), sqlMoment(unit.now)],
  })
}

function addHistory(unit: Unit, changes: readonly (Rewritten & { readonly id: string })[]): void {
  const rows = changes.flatMap(({ id, after, entries }) =>
    entries.map((entry, place) => ({
      ...{ instance_id: id, seq: after.entries - entries.length + place + 1, at: sqlMoment(entry.at) },
      ...{ actor: entry.actor, model_id: entry.modelId, command: entry.command, dues: entry.dues },
      ...{ happened: entry.happened, reason: entry.reason ?? null },
    })),
  )
  if (rows.length === 0) return
  unit.tx.send({
    name: 'process_add_history',
    text: `
insert into process_history (organisation_id, instance_id, seq, at, actor, model_id, command, dues, happened,
  reason)
select $1, r.instance_id, r.seq, r.at, r.actor, r.model_id, r.command, r.dues, r.happened,
  r.reason
from json_populate_recordset(null::process_history, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}
