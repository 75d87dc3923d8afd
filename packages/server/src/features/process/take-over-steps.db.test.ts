import {
  advanceProcess,
  compileProcess,
  feelExpressions,
  type HistoryEntry,
  type ProcessGraph,
  replay,
} from '@millrace/core/process'
import { readBpmn } from '@millrace/formats/bpmn'
import { encodeXml } from '@millrace/formats/xml'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type OwnConnection } from '../../platform/db/connect.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { readMigrations } from '../../platform/db/migration-files.ts'
import { createEmptyDatabase } from '../../platform/testing/database.ts'

/** The last version of the tables in which steps were a list without a model. */
const BEFORE = 57
const id = (n: number) => `01000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [ORG, TYPE, PROCESS, EMPTY] = [id(1), id(2), id(3), id(4)]
const STEPS = [id(10), id(11), id(12)]
const [RUNNING, OLD_ORDER, OVER] = [id(20), id(21), id(22)]

const database = await createEmptyDatabase()
let client: OwnConnection
afterAll(async () => {
  await client.end()
  await database.drop()
})

async function rows(
  text: string,
  ...values: readonly unknown[]
): Promise<readonly Record<string, unknown>[]> {
  return (await client.query(text, [ORG, ...values])).rows
}

beforeAll(async () => {
  client = await connect(database.url)
  const migrations = await readMigrations()
  await migrate(
    client,
    migrations.filter(({ number }) => number <= BEFORE),
  )
  await rows(`insert into organisation (id, slug, name, created_at) values ($1, 'mill', 'Mill', now())`)
  await rows(
    `insert into item_type (organisation_id, id, name, icon, workflow, readiness_gate, rank) values ($1, $2, 'Task', 'square', '{}', 'soft', 'V')`,
    TYPE,
  )
  for (const [container, key] of [
    [PROCESS, 'TEN'],
    [EMPTY, 'NIL'],
  ])
    await rows(
      `insert into container (organisation_id, id, kind, key, name, state, visibility, default_type_id, default_area, created_at)
       values ($1, $2, 'process', $3, $3, 'active', 'open', $4, '2.2', now())`,
      container,
      key,
      TYPE,
    )
  for (const [place, step] of STEPS.entries())
    await rows(
      `insert into process_step (organisation_id, id, process_id, rank, name, expected_min, practice, archived_at)
       values ($1, $2, $3, $4, $5, 60, 'A & "B"', $6)`,
      ...[step, PROCESS, String(place), `Step <${place}>`, place === 1 ? new Date(0) : null],
    )
  await addInstance(RUNNING, { state: 'running', order: [0, 2], at: 2 })
  await addInstance(OLD_ORDER, { state: 'running', order: [0, 1, 2], at: 1 })
  await addInstance(OVER, { state: 'finished', order: [0, 2], at: null })
  await migrate(client, migrations)
}, 120_000)

async function addInstance(
  instance: string,
  { state, order, at }: { state: string; order: readonly number[]; at: number | null },
): Promise<void> {
  const number = Number(instance.slice(-2)) - 19
  await rows(
    `insert into process_instance (organisation_id, id, process_id, number, title, state, step_ids, started_at, ended_at)
     values ($1, $2, $3, $4, 'Lift', $5, $6, now(), case when $5 = 'finished' then now() end)`,
    ...[instance, PROCESS, number, state, order.map((place) => STEPS[place])],
  )
  for (const place of order.slice(0, at === null ? undefined : order.indexOf(at) + 1)) {
    const item = id(number * 100 + place)
    await rows(
      `insert into work_item (organisation_id, id, key, type_id, title, description, state_id, state_group, state_since, home_container_id, title_fold, search_text,
         container_ids, area, rank, priority, is_milestone, label_ids, fields, open_blockers, created_at, updated_at, version)
       values ($1, $2, $3, $4, 'x', '', 'ready', 'ready', now(), $5, 'x', '', array[$5::uuid], '2.2', 'V', 0, false, '{}', '{}', '[]', now(), now(), 1)`,
      ...[item, `TEN-${number}${place}`, TYPE, PROCESS],
    )
    await rows(
      `insert into process_activity (organisation_id, id, instance_id, step_id, item_id, opened_at, closed_at)
       values ($1, $2, $3, $4, $5, now(), $6)`,
      ...[id(number * 1000 + place), instance, STEPS[place], item, place === at ? null : new Date()],
    )
  }
}

function graphOf(xml: string): ProcessGraph {
  const read = readBpmn(encodeXml(xml))
  if (!read.ok) throw new Error(read.refusal.code)
  const compiled = compileProcess(
    read.value,
    read.value.processes[0]?.id ?? '',
    feelExpressions(() => ({ now: 0, zone: 'UTC' })),
  )
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults))
  return compiled.graph
}

test('each order of steps that instances go through is a version of a model that can be executed', async () => {
  const versions = await rows(
    'select number, xml, process_id from process_version where organisation_id = $1 order by number',
  )
  const names = versions.map(({ xml }) =>
    graphOf(String(xml))
      .nodes.filter(({ type }) => type === 'userTask')
      .map(({ name, work }) => [name, work.assignment.practice, work.assignment.expectedMin]),
  )
  const step = (place: number) => [`Step <${place}>`, 'A & "B"', 60]
  // The order of today is the newest.
  expect(names).toEqual([
    [step(0), step(1), step(2)],
    [step(0), step(2)],
  ])
  expect(versions.every((version) => version['process_id'] === PROCESS)).toBe(true)
})

test('instances stand where they stood, and go on from there to their end', async () => {
  for (const [instance, at] of [
    [RUNNING, STEPS[2]],
    [OLD_ORDER, STEPS[1]],
  ]) {
    const [kept] = await rows(
      `select m.xml, h.command, h.at, h.actor, h.model_id as "modelId", h.dues, h.happened, t.node, s.id as step, a.token_id
       from process_instance i
       join process_version m on m.id = i.model_id
       join process_history h on h.instance_id = i.id
       join process_token t on t.instance_id = i.id
       join process_step s on s.element_id = t.node
       join process_activity a on a.instance_id = i.id and a.closed_at is null
       where i.organisation_id = $1 and i.id = $2`,
      instance,
    )
    expect(kept).toMatchObject({ step: at, token_id: 2 })
    const graph = graphOf(String(kept?.['xml']))
    // The row has the columns of an entry, and some more.
    let state = replay([kept as unknown as HistoryEntry], () => graph)
    expect(state.tokens.map(({ node, via }) => [graph.nodes[node]?.id, graph.flows[via]?.to])).toEqual([
      [kept?.['node'], state.tokens[0]?.node],
    ])
    const world = { now: 0, dueOf: () => ({ ok: false, fault: 'none' }) as const }
    for (let left = 5; state.status === 'running' && left > 0; left--) {
      const tokenId = state.tokens[0]?.id ?? 0
      const stepped = advanceProcess({ graph, state, world }, { kind: 'complete', tokenId, values: {} })
      if (!stepped.ok) throw new Error(stepped.fault)
      state = stepped.step.state
    }
    expect(state.status).toBe('completed')
  }
})

test('what is over stays over, and a process without steps has no model', async () => {
  const over = await rows(
    'select state, scopes from process_instance where organisation_id = $1 and id = $2',
    OVER,
  )
  expect(over).toEqual([{ state: 'finished', scopes: [] }])
  expect(
    await rows('select 1 from process_version where organisation_id = $1 and process_id = $2', EMPTY),
  ).toEqual([])
})
