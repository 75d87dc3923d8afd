import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { EVERY_FIELD } from '@millrace/core/work'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catchUp } from '../features/search/index.ts'
import { ask, execute, type Principal } from '../platform/commands/index.ts'
import { contentKey } from '../platform/files/index.ts'
import { newId } from '../platform/ids.ts'
import { createHub, type StreamMessage } from '../platform/realtime/index.ts'
import { composeRegistry, topics } from './registry.ts'
import { bringAccounts, openLab, readParts, restOf, rowsOf, TABLES } from './testing/archive-lab.ts'
import { type Estate, makeCommon, makeEstate } from './testing/estate.ts'
import { openWholeServer } from './testing/whole-server.ts'

const server = await openWholeServer()
const lab = await openLab()
afterAll(async () => {
  await server.close()
  await lab.close()
})

const owner = await server.found('home')
await server.addMember(owner, 'member')
const { organisationId } = owner
const source = server.database
const CONTENT = randomBytes(200_000)
let estate: Estate
let archive = ''

beforeAll(async () => {
  estate = await makeEstate(server, owner, {
    common: await makeCommon(server, owner, 'xhomex'),
    mark: 'xhomex',
  })
  await addRest()
  archive = await lab.pack(source, organisationId, lab.here)
}, 120_000)

/** What an estate has none of: so that every table has something to lose. */
async function addRest(): Promise<void> {
  const sql = (text: string, ...more: unknown[]) =>
    source.owner.pool.query(text, [organisationId, owner.personId, ...more])
  const stored = await lab.here.put(Readable.from([CONTENT]), { folder: organisationId, maxBytes: 1e6 })
  await sql(
    `update file set sha256 = $3, size_bytes = $4, name = $5 where organisation_id = $1 and uploaded_by = $2`,
    stored.sha256,
    stored.sizeBytes,
    'tab\there, "quotes", \\back\\slash, 🌾.txt',
  )
  await sql(`insert into team_member select $1, t.id, $2 from team t where t.organisation_id = $1`)
  const run = newId()
  const upload = await lab.here.put(Readable.from(['a,b\n1,2\n']), {
    folder: `imports/${organisationId}/${run}`,
    maxBytes: 1e6,
  })
  await sql(
    `update import_run set file_key = 'imports/' || $1 || '/none', state = 'approved' where organisation_id = $1::uuid and started_by = $2`,
  )
  await sql(
    `insert into import_run (organisation_id, id, format, file_name, file_key, file_size, started_by, state, mapping, created_at, updated_at)
     values ($1, $3, 'csv', 'open.csv', $4, 8, $2, 'mapped', '{"n": 12345678901234567890.5}', now(), now())`,
    run,
    upload.key,
  )
  await sql(
    `insert into import_record (organisation_id, run_id, entity, entity_id) values ($1, $3, 'item', $2)`,
    run,
  )
  const item = estate.ids.item
  const [calendar, resource, assignment] = [newId(), newId(), newId()]
  const project = estate.ids.project
  await sql(
    `insert into calendar (organisation_id, id, project_id, name, definition) select $1, $3, $4, 'c', jsonb_build_object('by', $2::text)`,
    calendar,
    project,
  )
  await sql(
    `insert into resource (organisation_id, id, kind, name, person_id, calendar_id, max_units) values ($1, $3, 'work', 'r', $2, $4, 0.125)`,
    resource,
    calendar,
  )
  await sql(
    `insert into plan_item (organisation_id, item_id, project_id, calendar_id) select $1, $3, $4, $5 where $2::uuid is not null on conflict do nothing`,
    item,
    project,
    calendar,
  )
  await sql(
    `insert into assignment (organisation_id, id, project_id, item_id, resource_id, units, work_min) select $1, $6, $3, $4, $5, 1, 60 where $2::uuid is not null`,
    project,
    item,
    resource,
    assignment,
  )
  await sql(
    `insert into resource_member select $1, $3, $4 where $2::uuid is not null`,
    estate.ids.resource,
    resource,
  )
  await sql(
    `insert into assignment_alternative select $1, $3, $4 where $2::uuid is not null`,
    assignment,
    estate.ids.resource,
  )
  await sql(
    `insert into project_plan (organisation_id, project_id, has_rolling_wave) select $1, $3, true where $2::uuid is not null on conflict do nothing`,
    project,
  )
  await sql(
    `insert into plan_figures (organisation_id, project_id, figures) select $1, $3, '[["${item}",1,2,3,true,false,"link",null]]' where $2::uuid is not null on conflict do nothing`,
    project,
  )
  await sql(
    `insert into plan_finding (organisation_id, item_id, project_id, total_float_min) select $1, $3, $4, 60 where $2::uuid is not null on conflict do nothing`,
    item,
    project,
  )
  await sql(
    `insert into process_wait (organisation_id, instance_id, id, scope, node, kind, name, key)
     select $1, $3, 90, 1, 'step', 'message', 'paid', '4711' where $2::uuid is not null`,
    estate.ids.instance,
  )
  await sql(
    `insert into process_bulk (organisation_id, id, process_id, act, which, reason, state, started_by, started_at, ended_at, total, done)
     values ($1, $3, $4, '{"kind": "retry"}', '{"ids": []}', 'The address was wrong', 'finished', $2, now(), now(), 1, 1)`,
    newId(),
    estate.ids.process,
  )
  await sql(
    `insert into process_incident (organisation_id, instance_id, id, node, kind, text, since)
     select $1, $3, 91, 'step', 'expression', 'feel.type', now() where $2::uuid is not null`,
    estate.ids.instance,
  )
  await sql(
    `insert into process_start_event (organisation_id, process_id, node, kind, name)
     select $1, $3, 'start', 'message', 'paid' where $2::uuid is not null`,
    estate.ids.process,
  )
  await sql(
    `insert into process_message (organisation_id, id, kind, name, key, variables, process_ids, sent_at, sent_by, expires_at)
     values ($1, $3, 'message', 'paid', '4712', '{"amount": 3}', array[$3::uuid], now(), $2, now())`,
    newId(),
  )
  await sql(
    `insert into process_message_taken (organisation_id, message_id, process_id, instance_id, begun_key)
     select $1, $3, $3, $4, '4711' where $2::uuid is not null`,
    estate.ids.process,
    estate.ids.instance,
  )
  await sql(
    `insert into process_schedule_start select $1, $3, '2026-10-01', $4 where $2::uuid is not null`,
    estate.ids.schedule,
    estate.ids.instance,
  )
  await sql(
    `insert into risk_item select $1, $3, $4 where $2::uuid is not null on conflict do nothing`,
    estate.ids.risk,
    item,
  )
  await sql(
    `insert into phase_item select $1, $3, $4 where $2::uuid is not null on conflict do nothing`,
    item,
    estate.ids.phase,
  )
  await sql(
    `insert into phase_gate (organisation_id, phase_id, name, decider_id) select $1, $3, 'Gate', $2 on conflict do nothing`,
    estate.ids.phase,
  )
  await sql(
    `insert into gate_decision (organisation_id, id, phase_id, number, outcome, decided_on, decided_by, reason, criteria) select $1, $4, $3, 1, 'hold', '2026-11-28', $2, 'Rain', '[]'`,
    estate.ids.phase,
    newId(),
  )
  await sql(
    `insert into plan_package (organisation_id, item_id, people_low, people_high) select $1, $3, 2, 4 where $2::uuid is not null on conflict do nothing`,
    item,
  )
  await sql(
    `insert into plan_outside_link select $1, $3, r.id from relation r where r.organisation_id = $1 and $2::uuid is not null order by r.id limit 1`,
    project,
  )
  const before = newId()
  await sql(
    `insert into practice (organisation_id, id, name, discipline, tools, areas, stages, roles, description, changed_at, changed_by)
     values ($1, $3, 'Before', '', '{}', '{2.2}', '{}', '[]', '{}', now(), $2)`,
    before,
  )
  await sql(
    `insert into practice_order select $1, $3, $4 where $2::uuid is not null`,
    estate.ids.practice,
    before,
  )
  await sql(
    `insert into artifact_step (organisation_id, artifact_id, number, to_id, item_id, evidence, at, person_id)
     values ($1, $3, 2, $4, $5, '[{"check": "dry", "note": "seen"}]', now(), $2)`,
    ...[estate.ids.artifact, estate.ids.artifactState, item],
  )
  await sql(`insert into method_manager values ($1, $2)`)
  await sql(`insert into area_label select $1, 'row', 2, 'The tower' where $2::uuid is not null`)
  await sql(`insert into area_mark values ($1, $3, null, '2.2', 'failing', 'Rain', now(), $2)`, newId())
  await sql(
    `insert into practice_change (organisation_id, id, type_id, number, to_id, kind, reason, at, person_id)
     values ($1, $3, $4, 1, $5, 'first', '', now(), $2)`,
    ...[newId(), estate.ids.type, estate.ids.practice],
  )
  await sql(`insert into following values ($1, $3, $2, false)`, item)
  await sql(`insert into mute (organisation_id, id, person_id, kind) values ($1, $3, $2, 'comment')`, newId())
  await sql(`insert into nudge values ($1, $3, $2, '2026-11-28T01:02:03.456789Z')`, item)
  const series = newId()
  await sql(
    `insert into recurrence (organisation_id, id, item_id, rule, ends, anchor_on, number, day_on) select $1, $3, $4, '{}', '{}', '2026-11-28', 1, '2026-11-28' where $2::uuid is not null`,
    series,
    item,
  )
  await sql(`insert into recurrence_item select $1, $3, 1, $4 where $2::uuid is not null`, series, item)
  await sql(
    `insert into custom_field (organisation_id, id, key, name, kind, rank, formula, result) select $1, $3, 'sum', 'Sum', 'formula', 'z', '1 + 1', 'number' where $2::uuid is not null`,
    newId(),
  )
}

const everybody = (): Principal => ({
  ...{ userId: null, personId: owner.personId, organisationId, orgRole: 'owner', scopes: null },
  access: { version: 0, containers: 'all', fields: EVERY_FIELD },
})

test('an organisation comes into another installation row by row, and goes out again the same', async () => {
  await bringAccounts(source, lab.target, organisationId)
  const before = await rowsOf(source, organisationId)
  expect(TABLES.filter((table) => before.get(table)?.length === 0)).toEqual([])
  const imported = await lab.unpack(archive)
  expect(imported).toMatchObject({ slug: 'home', known: 2, invited: 0, lockedOwner: null, missing: 0 })
  const after = await rowsOf(lab.target, organisationId)
  const { seq } = JSON.parse(String((await readParts(archive)).get('tables/journal_head.ndjson'))) as {
    seq: number
  }
  for (const table of TABLES) {
    if (table === 'journal_head') expect(after.get(table)).toEqual([`(${seq + 1})`])
    else if (table === 'event') {
      const added = (after.get(table) ?? []).filter((row) => !before.get(table)?.includes(row))
      expect(added.length, 'the import itself stands in the journal').toBe(1)
      expect(added[0]).toContain('exchange.organisation_imported')
      // The export itself was noted after the snapshot.
      const lost = (before.get(table) ?? []).filter((row) => !after.get(table)?.includes(row))
      expect(lost.map((row) => row.includes('exchange.organisation_exported'))).toEqual([true])
    } else expect([table, after.get(table)]).toEqual([table, before.get(table)])
  }
  const [first, again] = [
    await readParts(archive),
    await readParts(await lab.pack(lab.target, organisationId, lab.there)),
  ]
  for (const [path, content] of first)
    if (!/manifest|tables\/(?:event|journal_head)/.test(path))
      expect([path, again.get(path)]).toEqual([path, content])
  expect([...again.keys()].toSorted()).toEqual([...first.keys()].toSorted())
  const [file] = [...first.keys()].filter((path) => path.startsWith('files/'))
  const kept = await lab.there.open(contentKey(organisationId, String(file).slice('files/'.length)))
  expect(kept && (await buffer(kept))).toEqual(CONTENT)
})

test('work goes on there: numbers follow, the stream tells, and everything is found', async () => {
  const deps = { db: lab.target.db, registry: composeRegistry(), onCommitted: () => {} }
  const hub = createHub({ db: deps.db, topics, onFault: (error) => expect(error).toBeNull() })
  const [{ last_number: last }] = (
    await lab.target.owner.pool.query<{ last_number: number }>(
      'select last_number from container where id = $1',
      [estate.ids.project],
    )
  ).rows as [{ last_number: number }] // It was made with the estate.
  const told: StreamMessage[] = []
  const head = await lab.target.owner.pool.query<{ seq: number }>('select seq from journal_head')
  const id = newId()
  const input = { id, containerId: estate.ids.project, title: 'Made over there' }
  const { results } = await execute(deps, {
    principal: everybody(),
    calls: [{ name: 'work.createItem', input }],
  })
  expect(results[0]).toMatchObject({ key: expect.stringMatching(new RegExp(`-${last + 1}$`)) })
  const leave = await hub.join({
    ...{ principal: everybody(), since: Number(head.rows[0]?.seq), close: () => {} },
    send: (message) => told.push(message),
    refresh: () => Promise.resolve(everybody()),
  })
  leave()
  expect(told.map(({ data }) => data).join()).toContain('Made over there')
  await catchUp({ db: deps.db, files: lab.there }, organisationId, new AbortController().signal)
  const found = await ask(deps, {
    principal: everybody(),
    name: 'search.find',
    input: { words: 'xhomex comment' },
  })
  expect(JSON.stringify(found)).toContain(estate.ids.comment)
})

test('an organisation that is here is refused, a short name that is taken too, and nobody else is touched', async () => {
  await expect(lab.unpack(archive)).rejects.toThrow(/is here already, as home\. .*Nothing was changed\.$/)
  const other = await server.found('neighbour')
  const neighbour = await lab.pack(source, other.organisationId, lab.here)
  await expect(lab.unpack(neighbour, 'home')).rejects.toThrow(/Another organisation here is called home/)
  const rest = await restOf(lab.target, other.organisationId)
  const imported = await lab.unpack(neighbour, 'neighbours')
  expect(imported).toMatchObject({ slug: 'neighbours', known: 0, invited: 1 })
  expect(imported.lockedOwner).toMatchObject({ email: 'owner@neighbour.example' })
  expect(await restOf(lab.target, other.organisationId)).toEqual(rest)
  const { rows } = await lab.target.owner.pool.query(
    `select p.status, i.email, i.org_role, i.secret_hash, i.accepted_at from person p join invitation i on i.organisation_id = p.organisation_id where p.organisation_id = $1`,
    [other.organisationId],
  )
  expect(rows).toEqual([
    {
      status: 'placeholder',
      email: 'owner@neighbour.example',
      org_role: 'owner',
      secret_hash: null,
      accepted_at: null,
    },
  ])
})

test('nothing that proves who somebody is leaves in an archive', async () => {
  const all = Buffer.concat([...(await readParts(archive)).values()]).toString('latin1')
  const { rows } = await source.owner.pool.query<{ secret: string }>(`
select token as secret from auth_session union all select password from auth_account where password is not null
union all select token_hash from api_token union all select secret_hash from invitation where secret_hash is not null`)
  expect(rows.length).toBeGreaterThan(4)
  for (const { secret } of rows) expect(all.includes(secret)).toBe(false)
  expect(
    [...(await readParts(archive)).keys()].filter((path) => /auth_(?!member)|(?<!process_)token/.test(path)),
  ).toEqual([])
})

test('an archive is of one moment, whatever is written meanwhile', async () => {
  let isWriting = true
  const deps = { db: source.db, registry: composeRegistry(), onCommitted: () => {} }
  const writer = (async () => {
    while (isWriting) {
      const input = { id: newId(), containerId: estate.ids.project, title: 'meanwhile' }
      await execute(deps, { principal: everybody(), calls: [{ name: 'work.createItem', input }] })
    }
  })()
  const parts = await readParts(await lab.pack(source, organisationId, lab.here))
  isWriting = false
  await writer
  const lines = (table: string) =>
    String(parts.get(`tables/${table}.ndjson`))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  const events = lines('event')
  expect(lines('journal_head')).toEqual([{ seq: events.length }])
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  const created = events.filter(({ kind }) => kind === 'work.created').map(({ subject_id: id }) => id)
  expect(new Set(lines('work_item').map(({ id }) => id))).toEqual(new Set(created))
})
