import { type CaseEntry, replayCase } from '@millrace/core/case'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type OwnConnection } from '../../platform/db/connect.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { readMigrations } from '../../platform/db/migration-files.ts'
import { createEmptyDatabase } from '../../platform/testing/database.ts'
import { compilePlan, graphAt } from './graphs.ts'

/** The last version of the tables in which a case was a list of stages with items in them. */
const BEFORE = 72
const id = (n: number) => `01000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [ORG, TYPE, CLAIM, OVER, EMPTY] = [id(1), id(2), id(3), id(4), id(5)]
const [INTAKE, ASSESSMENT, SETTLEMENT] = [id(10), id(11), id(12)]

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

type Old = {
  readonly group: 'backlog' | 'ready' | 'inProgress' | 'done'
  readonly stage: string | null
  readonly isRequired?: boolean
  readonly isDiscretionary?: boolean
  readonly isArchived?: boolean
}

let count = 0

async function addItem(caseId: string, title: string, old: Old): Promise<void> {
  const item = id(100 + count)
  await rows(
    `insert into work_item (organisation_id, id, key, type_id, title, description, state_id, state_group, state_since, home_container_id, title_fold, search_text,
       container_ids, area, rank, priority, is_milestone, label_ids, fields, open_blockers, created_at, updated_at, version, archived_at)
     values ($1, $2, $3, $4, $5, '', $6, $6, now(), $7, $5, '', array[$7::uuid], '2.2', $3, 0, false, '{}', '{}', '[]', now(), now(), 1, $8)`,
    ...[item, `I-${String(count).padStart(3, '0')}`, TYPE, title, old.group, caseId],
    old.isArchived ? new Date() : null,
  )
  await rows(
    `insert into case_item (organisation_id, id, case_id, item_id, stage_id, is_discretionary, is_required)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    ...[id(200 + count), caseId, item, old.stage, old.isDiscretionary ?? false, old.isRequired ?? false],
  )
  count += 1
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
  for (const [container, key, state] of [
    [CLAIM, 'CLM', 'active'],
    [OVER, 'OVR', 'closed'],
    [EMPTY, 'NIL', 'active'],
  ])
    await rows(
      `insert into container (organisation_id, id, kind, key, name, state, visibility, default_type_id, default_area, created_at)
       values ($1, $2, 'case', $3, $3, $4, 'open', $5, '2.2', now())`,
      ...[container, key, state, TYPE],
    )
  for (const [stage, caseId, name, state] of [
    [INTAKE, CLAIM, 'Intake', 'completed'],
    [ASSESSMENT, CLAIM, 'Assessment', 'active'],
    [SETTLEMENT, CLAIM, 'Settlement', 'available'],
    [id(13), OVER, 'Intake', 'active'],
  ])
    await rows(
      `insert into case_stage (organisation_id, id, case_id, rank, name, state, entered_at, completed_at)
       values ($1, $2, $3, $6, $4, $5, case when $5 <> 'available' then now() end, case when $5 = 'completed' then now() end)`,
      ...[stage, caseId, name, state, String(stage)],
    )
  await addItem(CLAIM, 'Register', { group: 'done', stage: INTAKE, isRequired: true })
  await addItem(CLAIM, 'Left over', { group: 'ready', stage: INTAKE })
  await addItem(CLAIM, 'Survey', { group: 'inProgress', stage: ASSESSMENT, isRequired: true })
  await addItem(CLAIM, 'Opinion', { group: 'backlog', stage: ASSESSMENT, isDiscretionary: true })
  await addItem(CLAIM, 'Second visit', { group: 'inProgress', stage: ASSESSMENT, isDiscretionary: true })
  await addItem(CLAIM, 'Gone', { group: 'ready', stage: ASSESSMENT, isArchived: true })
  await addItem(CLAIM, 'Pay', { group: 'backlog', stage: SETTLEMENT, isRequired: true })
  await addItem(CLAIM, 'Keep the file', { group: 'ready', stage: null })
  await addItem(OVER, 'Open still', { group: 'ready', stage: id(13) })
  await migrate(client, migrations)
}, 120_000)

const NAMED = `
select i.case_id, i.row_id as id, i.state, i.is_required, i.parent, w.title,
  jsonb_path_query_first(p.model, '$.** ? (@.id == $def).name', jsonb_build_object('def', i.def)) #>> '{}' as name
from case_plan_item i
join case_plan p on p.organisation_id = i.organisation_id and p.case_id = i.case_id
left join work_item w on w.organisation_id = i.organisation_id and w.id = i.item_id
where i.organisation_id = $1 and i.case_id = $2
order by i.row_id`

test('stages and items stand where they stood, required where they were', async () => {
  const found = await rows(NAMED, CLAIM)
  expect(found.map(({ name, state, is_required, parent }) => [name, state, is_required, parent])).toEqual([
    ['Intake', 'completed', false, 0],
    ['Assessment', 'active', false, 0],
    ['Settlement', 'enabled', false, 0],
    ['Register', 'completed', true, 1],
    ['Left over', 'terminated', false, 1],
    ['Survey', 'active', true, 2],
    ['Second visit', 'active', false, 2],
    ['Gone', 'terminated', false, 2],
    ['Keep the file', 'active', false, 0],
  ])
  expect(found.filter(({ title, name }) => title !== null && title !== name)).toEqual([])
})

test('what is left to discretion is offered; what comes with a stage keeps its item', async () => {
  const adopted = await rows(
    `select w.title from case_adopted_item a
     join work_item w on w.organisation_id = a.organisation_id and w.id = a.item_id
     where a.organisation_id = $1 order by w.title`,
  )
  expect(adopted.map(({ title }) => title)).toEqual(['Opinion', 'Pay'])
  const [offered] = await rows(
    `select jsonb_path_query_array(model, '$.**.discretionary[*].item.name') as names from case_plan where organisation_id = $1 and case_id = $2`,
    CLAIM,
  )
  expect(offered?.['names']).toEqual(['Opinion'])
})

test('what is over stays over and can be taken up again; a case without a plan has none', async () => {
  const plans = await rows('select case_id, state from case_plan where organisation_id = $1 order by case_id')
  expect(plans).toEqual([
    { case_id: CLAIM, state: 'active' },
    { case_id: OVER, state: 'completed' },
  ])
  expect((await rows(NAMED, OVER)).map(({ name, state }) => [name, state])).toEqual([
    ['Intake', 'terminated'],
    ['Open still', 'terminated'],
  ])
})

test('the history begins with where the case stood, and its plan can be run', async () => {
  const entries = await rows(
    'select at, actor, command, dues, happened from case_history where organisation_id = $1 and case_id = $2',
    CLAIM,
  )
  const standing = replayCase(entries as unknown as readonly CaseEntry[], (now) => (model) => {
    const made = compilePlan(model)
    return made.ok ? { ok: true, value: graphAt(made.value, { now, zone: 'UTC' }) } : made
  })
  const found = await rows(NAMED, CLAIM)
  expect(standing?.state.items.map(({ id: rowId, state }) => [rowId, state])).toEqual(
    found.map(({ id: rowId, state }) => [rowId, state]),
  )
  expect(standing?.state.nextId).toBe(found.length + 1)
})
