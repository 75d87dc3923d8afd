import type { Client } from 'pg'
import type { BenchClient } from '../client.ts'
import { freshId } from '../client.ts'
import { fillProject } from '../fill.ts'

/** Steps of the model; one instance in five goes another way round. */
const STEPS = 5
const ITEMS = 1_000

/** A process with as many instances as are asked for, of which some run. */
export type SeededProcess = { readonly containerId: string; readonly key: string }

/** How many instances. */
export type Amount = { readonly running: number; readonly finished: number }

/** Where instances are seeded: their items are shared, as what is asked here does not look into them. */
export type SeedGround = {
  readonly client: BenchClient
  readonly database: Client
  readonly itemIds: readonly string[]
}

/** Makes items for the steps of all instances. */
export async function openGround(client: BenchClient, database: Client): Promise<SeedGround> {
  const { itemIds } = await fillProject(client, { key: 'ITM', items: ITEMS, seed: 1 })
  return { client, database, itemIds }
}

/** A process with published model and instances, which are written past the engine as it would have left them. */
export async function seedProcess(ground: SeedGround, key: string, amount: Amount): Promise<SeededProcess> {
  const { client, database } = ground
  const containerId = freshId()
  const xml = modelOf(key)
  await client.run([
    {
      name: 'work.createContainer',
      input: { id: containerId, kind: 'process', key, name: `Process ${key}` },
    },
  ])
  await client.run([{ name: 'process.publishModel', input: { containerId, xml, note: '' } }])
  // As a restore does it: what is written fits together, and is not looked up row by row.
  await database.query(`set session_replication_role = 'replica'`)
  const of = [client.organisationId, containerId]
  const { running, finished } = amount
  await database.query(INSTANCES, [...of, running + finished, finished, `process_${key}`])
  await database.query(ACTIVITIES, [...of, ground.itemIds, STEPS])
  await database.query(TOKENS, of)
  await database.query(WAITS, of)
  await database.query(INCIDENTS, of)
  await database.query(HISTORY, of)
  return { containerId, key }
}

function modelOf(key: string): string {
  const ids = ['start', ...Array.from({ length: STEPS }, (_, place) => `step${place + 1}`), 'end']
  const tasks = ids.slice(1, -1).map((id) => `<bpmn:userTask id="${id}" name="Step ${id.slice(4)}"/>`)
  const flows = ids
    .slice(1)
    .map(
      (id, place) => `<bpmn:sequenceFlow id="f${place}" sourceRef="${ids[place] ?? ''}" targetRef="${id}"/>`,
    )
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:bench">
<bpmn:process id="process_${key}" isExecutable="true"><bpmn:startEvent id="start"/>${tasks.join('')}<bpmn:endEvent id="end"/>
${flows.join('')}</bpmn:process></bpmn:definitions>`
}

/** The last that were begun run, and a few that hang; finished ones took up to a month. */
const INSTANCES = `
insert into process_instance (organisation_id, id, process_id, model_id, number, title, state, step_ids, business_key, started_at,
  ended_at, scopes, next_id, entries)
select $1, gen_random_uuid(), $2, m.id, n.number, 'Order ' || n.number || ' ' || (array['lift', 'crane', 'slab', 'permit'])[1 + n.number % 4],
  case when n.is_running then 'running' else 'finished' end, s.ids, 'K-' || n.number, now() - n.age,
  case when n.is_running then null else now() - n.age + (n.number % 700) * interval '1 hour' end,
  jsonb_build_array(jsonb_build_object('id', 1, 'parentId', -1, 'node', $5::text, 'kind', 'process', 'tokenId', -1, 'variables',
    jsonb_build_object('cost', n.number), 'total', 0, 'begun', 0, 'done', 0)), 20, 1
from (
  select g as number, g > $4::integer or g % 1000 = 0 as is_running, ($3::integer - g) * interval '5 minutes' as age
  from generate_series(1, $3::integer) g) n
cross join (
  select array_agg(t.id order by t.rank) as ids
  from process_step t
  where t.organisation_id = $1
    and t.process_id = $2) s
join process_version m on m.organisation_id = $1 and m.process_id = $2 and m.number = 1`

/** What is finished went through every step; what runs is at one of them. */
const ACTIVITIES = `
insert into process_activity (organisation_id, id, instance_id, step_id, item_id, token_id, opened_at, closed_at)
select $1, gen_random_uuid(), i.id, i.step_ids[p.place], ($3::uuid[])[1 + (i.number * 7 + p.place) % cardinality($3::uuid[])],
  p.place + 1, i.started_at + p.place * interval '1 hour',
  case when i.state = 'running' and p.place = 1 + i.number % $4::integer then null else i.started_at + (p.place + 1) * interval '1 hour' end
from process_instance i
join generate_series(1, $4::integer) as p (place)
  on case when i.state = 'running' then p.place <= 1 + i.number % $4::integer else i.number % 5 > 0 or p.place <> 1 + i.number % 3 end
where i.organisation_id = $1
  and i.process_id = $2`

const TOKENS = `
insert into process_token (organisation_id, instance_id, id, scope, node, state, via, since)
select $1, a.instance_id, a.token_id, 1, s.element_id, case when i.number % 100 = 0 then 'stuck' else 'waiting' end, null, a.opened_at
from process_activity a
join process_instance i on i.organisation_id = $1 and i.id = a.instance_id
join process_step s on s.organisation_id = $1 and s.id = a.step_id
where a.organisation_id = $1
  and i.process_id = $2
  and a.closed_at is null`

const WAITS = `
insert into process_wait (organisation_id, instance_id, id, scope, token_id, node, kind, due_at)
select $1, t.instance_id, 11, 1, t.id, t.node, 'timer', now() + interval '300 days'
from process_token t
join process_instance i on i.organisation_id = $1 and i.id = t.instance_id and i.process_id = $2 and i.number % 10 = 0
where t.organisation_id = $1`

const INCIDENTS = `
insert into process_incident (organisation_id, instance_id, id, token_id, node, kind, text, since)
select $1, t.instance_id, 12, t.id, t.node, 'expression', 'cause ' || i.number / 100 % 5, t.since
from process_token t
join process_instance i on i.organisation_id = $1 and i.id = t.instance_id and i.process_id = $2
where t.organisation_id = $1
  and t.state = 'stuck'`

const HISTORY = `
insert into process_history (organisation_id, instance_id, seq, at, actor, model_id, command, dues, happened)
select $1, i.id, 1, i.started_at, '{"kind": "engine", "engine": "process"}', i.model_id, '{"kind": "start", "variables": {}}', '[]', '[]'
from process_instance i
where i.organisation_id = $1
  and i.process_id = $2`
