import { buffer } from 'node:stream/consumers'
import { checkPhases } from '@millrace/core/schedule'
import { evolve, type WorkEvent, type WorkItem } from '@millrace/core/work'
import { afterAll, expect, test } from 'vitest'
import { inTransaction } from '../platform/db/transaction.ts'
import { contentKey } from '../platform/files/index.ts'
import { newId } from '../platform/ids.ts'
import { readEventsAfter } from '../platform/journal/index.ts'
import { makeHarbourTower, myWorkOf } from './testing/harbour-tower.ts'

const TODAY = '2028-02-29'
const tower = await makeHarbourTower(new Date(`${TODAY}T11:00:00Z`))
afterAll(() => tower.close())

type Count = { readonly count: number }
const count = async (text: string) =>
  (await tower.rows<Count>(`select count(*)::integer as count ${text}`))[0]?.count

test('there are two dozen people in six teams, and the client as guests', async () => {
  expect(await count('from person where organisation_id = $1')).toBe(25)
  expect(await count('from team where organisation_id = $1')).toBe(6)
  expect(await count("from person where organisation_id = $1 and org_role = 'guest'")).toBe(2)
  expect(await count("from person where organisation_id = $1 and status <> 'active'")).toBe(0)
})

test('there are a project of some 400 tasks, eight processes with some 60 running instances, twelve open cases', async () => {
  expect(
    await tower.rows(
      'select kind, count(*)::integer from container where organisation_id = $1 group by kind order by kind',
    ),
  ).toEqual([
    { kind: 'case', count: 12 },
    { kind: 'list', count: 2 },
    { kind: 'process', count: 8 },
    { kind: 'project', count: 1 },
  ])
  const tasks = await count(
    "from work_item w join container c on c.organisation_id = $1 and c.id = w.home_container_id where w.organisation_id = $1 and c.kind = 'project'",
  )
  expect(tasks).toBeGreaterThan(370)
  expect(tasks).toBeLessThan(430)
  const running = await count("from process_instance where organisation_id = $1 and state = 'running'")
  expect(running).toBeGreaterThan(40)
  expect(running).toBeLessThan(90)
  const late = await count(
    `from process_instance where organisation_id = $1 and state = 'running' and due_at < '${TODAY}'`,
  )
  expect(late).toBeGreaterThan(5)
})

test('history reaches back half a year, and nothing happens tomorrow or on a weekend', async () => {
  const [row] = await tower.rows<{ first: string; last: string; weekend: number }>(`
select to_char(min(at), 'YYYY-MM-DD') as first, to_char(max(at), 'YYYY-MM-DD') as last,
  count(*) filter (where extract(isodow from at) > 5)::integer as weekend
from event where organisation_id = $1 and kind <> 'identity.organisation_created'`)
  expect(row?.first.slice(0, 7)).toBe('2027-08')
  expect(row?.last).toBe('2028-02-28')
  expect(row?.weekend).toBe(0)
})

test('costs wait for their approval longer than anything else, and ever longer', async () => {
  const queues = await tower.rows<{ step: string; open: number; days: number }>(`
select s.name as step, count(*)::integer as open,
  (extract(epoch from timestamptz '${TODAY}' - min(a.opened_at)) / 86400)::integer as days
from process_activity a
join process_step s on s.organisation_id = $1 and s.id = a.step_id
where a.organisation_id = $1 and a.closed_at is null
group by s.name
order by open desc`)
  const [first, second] = queues
  expect(first?.step).toBe('Approve cost')
  expect(first?.open).toBeGreaterThan(2 * (second?.open ?? 0))
  expect(first?.days).toBeGreaterThan(20)
  const waits = await tower.rows<{ days: number }>(`
select avg(extract(epoch from a.closed_at - a.opened_at) / 86400)::float as days
from process_activity a
join process_step s on s.organisation_id = $1 and s.id = a.step_id
where a.organisation_id = $1 and s.name = 'Approve cost' and a.closed_at is not null
group by to_char(a.closed_at, 'YYYY-MM')
order by min(a.closed_at)`)
  expect(waits.at(-1)?.days).toBeGreaterThan(2 * (waits[0]?.days ?? 0))
})

test('both cranes are booked twice on the same days', async () => {
  const pairs = await tower.rows<{ crane: string; count: number }>(`
with lift as (
  select w.id, w.fields ->> f.id::text as crane, w.starts_on, w.due_on
  from custom_field f
  join work_item w on w.organisation_id = $1 and w.fields ? f.id::text
  where f.organisation_id = $1 and f.key = 'machine' and w.state_group <> 'done' and w.due_on >= '${TODAY}'
)
select a.crane, count(*)::integer as count
from lift a
join lift b on b.crane = a.crane and b.id > a.id and b.starts_on <= a.due_on and a.starts_on <= b.due_on
where a.crane like 'crane%' and a.starts_on < date '${TODAY}' + 14
group by a.crane
order by a.crane`)
  expect(pairs.map(({ crane }) => crane)).toEqual(['crane-1', 'crane-2'])
  for (const { count: overlaps } of pairs) expect(overlaps).toBeGreaterThan(2)
})

test('what is poured next is an artifact that its work asks for, and whose state only work moves', async () => {
  expect(await count('from work_artifact where organisation_id = $1 and state_id is null')).toBe(3)
  expect(await count('from item_artifact where organisation_id = $1 and delivered_at is null')).toBe(3)
})

test('the work is described, but for what is left to be described', async () => {
  const names = await tower.rows<{ name: string }>(
    `select distinct w.practice as name from work_item w
     left join practice_name n
       on n.organisation_id = w.organisation_id and n.fold = coalesce(w.folds ->> 'practice', w.practice)
     where w.organisation_id = $1 and w.practice is not null and n.fold is null
     order by 1`,
  )
  expect(names.map(({ name }) => name)).toEqual(['Access control', 'Root cause analysis', 'Rounds'])
  expect(await count('from practice_version where organisation_id = $1')).toBeGreaterThan(15)
})

test('the project says what its work took, what may happen to it, and that it may come later than planned', async () => {
  expect(await count('from risk where organisation_id = $1')).toBe(4)
  expect(await count('from plan_forecast where organisation_id = $1')).toBe(1)
  const [work] = await tower.rows<{ done: number; spent: number; unranged: number }>(`
select (sum(w.effort_min) filter (where w.state_group = 'done'))::float as done,
  (select sum(t.minutes) from time_entry t where t.organisation_id = $1)::float as spent,
  (count(*) filter (where w.state_group <> 'done' and w.effort_low_min is null and w.practice is not null
    and w.practice <> 'Lifting'))::integer as unranged
from work_item w
join container c on c.organisation_id = $1 and c.id = w.home_container_id and c.key = 'TWR'
where w.organisation_id = $1`)
  expect(work?.unranged).toBe(0)
  expect((work?.spent ?? 0) / (work?.done ?? 1)).toBeGreaterThan(0.9)
  expect((work?.spent ?? 0) / (work?.done ?? 1)).toBeLessThan(1.3)
})

test('a decision has been stuck for weeks, and says why', async () => {
  const { items } = await tower.ask('work.listItems', { query: 'container = DSA and waiting and blocked' })
  expect(items.map(({ title, openBlockers }) => [title, openBlockers[0]?.reason])).toEqual([
    ['Decide structural option C', 'decision'],
  ])
})

test('every kind of field and label is used, and every reason to be blocked', async () => {
  const unused = await tower.rows(`
select f.key from custom_field f
where f.organisation_id = $1
  and not exists (select 1 from work_item w where w.organisation_id = $1 and w.fields ? f.id::text)
union all
select l.name from label l
where l.organisation_id = $1
  and not exists (select 1 from work_item w where w.organisation_id = $1 and w.label_ids @> array[l.id])`)
  expect(unused).toEqual([])
  expect(await count('from (select distinct kind from custom_field where organisation_id = $1) k')).toBe(7)
  expect(
    await count(
      "from (select distinct b ->> 'reason' from work_item w, jsonb_array_elements(w.open_blockers) b where w.organisation_id = $1) r",
    ),
  ).toBe(7)
})

test('people talk, with mentions and answers, and their files can be opened', async () => {
  expect(await count('from comment where organisation_id = $1')).toBeGreaterThan(50)
  expect(await count('from comment where organisation_id = $1 and reply_to_id is not null')).toBeGreaterThan(
    20,
  )
  expect(await count("from comment where organisation_id = $1 and mentions <> '{}'")).toBeGreaterThan(12)
  const files = await tower.rows<{ sha256: string; size: number }>(
    'select sha256, size_bytes::integer as size from file where organisation_id = $1',
  )
  expect(files.length).toBeGreaterThan(15)
  for (const { sha256, size } of files) {
    const content = await tower.deps.files.open(contentKey(tower.owner.organisationId, sha256))
    expect(content && (await buffer(content)).length).toBe(size)
  }
})

test('the owner has something of all three kinds to do now, next, to wait for and for later', async () => {
  const work = await myWorkOf(tower, TODAY)
  for (const part of [work.doNow, work.next, work.waitingFor, work.later]) {
    const kinds = new Set(part.map(({ item }) => item.kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['project', 'process', 'case']))
    expect(part.length).toBeLessThan(8)
  }
})

/** Told in an item's history, and no part of the item. */
const ABOUT_LISTS = /^work\.(?:checklist|lines)_/
const LINE_COUNTS = `
select l.item_id as id, count(*)::integer as all, count(l.done_at)::integer as done
from checklist_line l
where l.organisation_id = $1
  and l.removed_at is null
group by l.item_id`

test('replaying the journal gives the tables', async () => {
  const { organisationId } = tower.owner
  const stored: WorkItem[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = { limit: 500, archived: 'also', ...(cursor ? { cursor } : {}) } as const
    const { items, next } = await tower.ask('work.listItems', page)
    stored.push(...items)
    cursor = next
  }
  const events = await inTransaction(tower.database.db, organisationId, (tx) =>
    readEventsAfter(tx, { organisationId, seq: 0, limit: 100_000 }),
  )
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  const replayed = new Map<string, WorkItem>()
  for (const event of events) {
    if (event.subject.kind !== 'item' || ABOUT_LISTS.test(event.kind)) continue
    const before = replayed.get(event.subject.id)
    // A journalled event has the shape it was recorded with.
    const fact = event as unknown as WorkEvent
    replayed.set(event.subject.id, before ? evolve(before, fact) : evolve({} as WorkItem, fact))
  }
  const children = Map.groupBy(
    [...replayed.values()].filter((item) => item.archivedAt === null),
    (item) => item.parentId,
  )
  const lines = new Map(
    (await tower.rows<{ id: string; all: number; done: number }>(LINE_COUNTS)).map(({ id, all, done }) => [
      id,
      { lineCount: all, lineDoneCount: done },
    ]),
  )
  expect(lines.size).toBeGreaterThan(0)
  const counted = [...replayed.values()].map((item) => {
    const own = children.get(item.id) ?? []
    const done = own.filter((child) => child.stateGroup === 'done')
    return { ...item, childCount: own.length, childDoneCount: done.length, ...lines.get(item.id) }
  })
  const byId = (a: WorkItem, b: WorkItem) => (a.id < b.id ? -1 : 1)
  expect(counted.toSorted(byId)).toEqual(stored.toSorted(byId))
})

test('stays follow each other without gap, from the beginning to where the item is', async () => {
  const wrong = await count(`
from (
  select v.item_id, v.state_id, v.entered_at, v.left_at, v.next_state_id,
    lag(v.id) over ordered is null as is_first,
    lead(v.entered_at) over ordered as next_entered, lead(v.state_id) over ordered as next_state
  from visit v
  where v.organisation_id = $1
  window ordered as (partition by v.item_id order by v.entered_at, v.left_at, v.id)
) v
join work_item w on w.organisation_id = $1 and w.id = v.item_id
where v.left_at is distinct from v.next_entered
   or v.next_state_id is distinct from v.next_state
   or v.left_at < v.entered_at
   or (v.is_first and v.entered_at <> w.created_at)
   or (v.left_at is null and v.state_id <> w.state_id)`)
  expect(wrong).toBe(0)
  expect(
    await count(
      'from work_item w where w.organisation_id = $1 and not exists (select 1 from visit v where v.organisation_id = $1 and v.item_id = w.id)',
    ),
  ).toBe(0)
})

test('neither dependencies nor sub-items go in circles', async () => {
  const circles = await count(`
from (
  with recursive edge as (
    select r.from_id as a, r.to_id as b from relation r where r.organisation_id = $1 and r.kind in ('precedes', 'blocks')
    union all
    select w.parent_id, w.id from work_item w where w.organisation_id = $1 and w.parent_id is not null
  ), way as (
    select e.a, e.b from edge e
    union
    select w.a, e.b from way w join edge e on e.a = w.b
  )
  select 1 from way where a = b
) c`)
  expect(circles).toBe(0)
})

test('phases do not overlap, and only near ones hold dated work with a name on it', async () => {
  const [project] = await tower.rows<{ id: string }>(
    "select id from container where organisation_id = $1 and key = 'TWR'",
  )
  const { phases } = await tower.ask('schedule.getPlan', { containerId: project?.id ?? '' })
  expect(phases.map(({ state }) => state)).toEqual(['closed', 'closed', 'current', 'next', 'later', 'later'])
  expect(checkPhases(phases.map((phase) => ({ ...phase, projectId: project?.id ?? '' }))).ok).toBe(true)
  const later = phases.filter(({ state }) => state === 'later').map(({ name }) => `'${name}'`)
  const packages = await tower.rows<{ is_range: boolean; is_open: boolean }>(`
select w.effort_low_min < w.effort_high_min as is_range,
  w.effort_min is null and w.responsible_id is null and w.starts_on is null and w.due_on is null as is_open
from work_item w
join work_item p on p.organisation_id = $1 and p.id = w.parent_id
where w.organisation_id = $1 and p.title in (${later.join(', ')})`)
  expect(packages.length).toBeGreaterThan(20)
  expect(packages.every((one) => one.is_range && one.is_open)).toBe(true)
})

test('an instance is as far as the items of its steps, and a stage as its required items', async () => {
  const astray = await count(`
from process_activity a
join process_instance i on i.organisation_id = $1 and i.id = a.instance_id
join work_item w on w.organisation_id = $1 and w.id = a.item_id
where a.organisation_id = $1
  and ((a.closed_at is null) <> (w.state_group <> 'done') or (a.closed_at is null and i.state <> 'running'))`)
  expect(astray).toBe(0)
  const early = await count(`
from case_plan_item k
join case_plan_item s on s.organisation_id = $1 and s.case_id = k.case_id and s.row_id = k.parent
join work_item w on w.organisation_id = $1 and w.id = k.item_id
where k.organisation_id = $1 and k.is_required and s.state = 'completed' and w.state_group <> 'done'`)
  expect(early).toBe(0)
})

test('the owner finds a dozen lines in their inbox, of several kinds, and one put off', async () => {
  const unread = (await tower.ask('notify.listNotifications', { show: 'unread' })).notifications
  expect(unread.length).toBeGreaterThan(8)
  expect(unread.length).toBeLessThan(16)
  const kinds = new Set(unread.flatMap(({ events }) => events.map(({ kind }) => kind)))
  expect([...kinds]).toEqual(expect.arrayContaining(['assignment', 'nudge', 'waiting', 'comment']))
  expect((await tower.ask('notify.listNotifications', { show: 'snoozed' })).notifications).toHaveLength(1)
  expect(await count("from notification where organisation_id = $1 and last_at < '2028-02-22'")).toBe(0)
})

test('the demo goes, and what people made stays with what it stands on', { timeout: 60_000 }, async () => {
  const named = async (query: string) => (await tower.ask('work.listItems', { query })).items[0]?.id ?? ''
  const lift = await named('container = TWR and title = "Crane look-ahead"')
  const [rosa] = await tower.rows<{ id: string }>(
    "select id from person where organisation_id = $1 and name = 'Rosa Marin'",
  )
  const [project] = await tower.rows<{ id: string }>(
    "select id from container where organisation_id = $1 and key = 'TWR'",
  )
  const own = { person: newId(), team: newId(), item: newId(), list: newId(), listed: newId() }
  const asRosa = { ...tower.owner, personId: rosa?.id ?? '' }
  await tower.run('identity.addPerson', { id: own.person, name: 'New colleague', email: 'new@example.com' })
  await tower.run('identity.createTeam', { id: own.team, name: 'Own team' })
  await tower.run('identity.setTeamMembers', { id: own.team, memberIds: [own.person, asRosa.personId] })
  await tower.run('work.createItem', { id: own.item, containerId: project?.id ?? '', title: 'Own item' })
  await tower.run('discussion.addComment', { id: newId(), itemId: lift, body: 'Said as Rosa' }, asRosa)
  await tower.run('work.createContainer', { id: own.list, kind: 'list', key: 'OWN', name: 'Own list' })
  await tower.run('work.createItem', {
    id: own.listed,
    containerId: own.list,
    title: 'Own listed item',
    parentId: lift,
  })
  const { removed, kept } = await tower.run('exchange.removeDemo', {})
  expect(removed).toMatchObject({ container: 22 })
  const left = async (table: string, column: string) =>
    (
      await tower.rows<{ name: string }>(
        `select ${column} as name from ${table} where organisation_id = $1 order by 1`,
      )
    ).map(({ name }) => name)
  expect(await left('container', 'key')).toEqual(['OWN', 'TWR'])
  expect(await left('work_item', 'title')).toEqual([
    'Crane look-ahead',
    'Own item',
    'Own listed item',
    'Superstructure',
  ])
  expect(await left('team', 'name')).toEqual(expect.arrayContaining(['Construction site', 'Own team']))
  expect(await left('person', 'name')).toEqual(
    expect.arrayContaining(['Ida Berg', 'New colleague', 'Rosa Marin']),
  )
  expect((await left('person', 'name')).length).toBeLessThan(12)
  expect(await left('person', 'name')).not.toContain('Jonas Weber')
  expect(await left('practice', 'name')).toEqual([])
  expect(await left('artifact_type', 'name')).toEqual([])
  expect(await left('area_mark', 'area')).toEqual([])
  expect(await count('from auth_user where $1::uuid is not null')).toBe(
    await count('from auth_member where organisation_id = $1'),
  )
  expect(await left('comment', 'body')).toContain('Said as Rosa')
  expect(await count('from process_instance where organisation_id = $1')).toBe(0)
  expect(kept.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['comment', 'item']))
})
