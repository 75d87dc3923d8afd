import { Client } from 'pg'

/**
 * What has to hold in every database of Millrace at every moment, as questions for what breaks it:
 * each must find nothing.
 */
const RULES: Readonly<Record<string, string>> = {
  'the journal counts without gaps up to its head': `
select h.organisation_id, h.seq, count(e.seq), min(e.seq), max(e.seq)
from journal_head h
left join event e on e.organisation_id = h.organisation_id
group by h.organisation_id, h.seq
having count(e.seq) <> h.seq or count(distinct e.seq) <> h.seq or coalesce(max(e.seq), 0) <> h.seq`,
  'an item is on exactly one open visit, in its own state': `
select w.id
from work_item w
left join visit v on v.organisation_id = w.organisation_id and v.item_id = w.id and v.left_at is null
group by w.id, w.state_id, w.state_group
having count(v.id) <> 1 or min(v.state_id) <> w.state_id or min(v.state_group) <> w.state_group`,
  'a visit ends where the next one begins': `
select f.id
from (
  select v.id, v.left_at, v.next_state_id,
    lead(v.entered_at) over way as next_at, lead(v.state_id) over way as next_state
  from visit v
  window way as (partition by v.organisation_id, v.item_id order by v.entered_at, v.left_at nulls last)
) f
where f.left_at is distinct from f.next_at or f.next_state_id is distinct from f.next_state`,
  'an item has one visit for its making and one for each move': `
select w.id
from work_item w
where (select count(*) from visit v where v.organisation_id = w.organisation_id and v.item_id = w.id)
  <> 1 + (
    select count(*)
    from event e
    where e.organisation_id = w.organisation_id and e.subject_id = w.id and e.kind = 'work.moved'
  )`,
  'an item was made once, and the journal tells it': `
select w.id
from work_item w
where 1 <> (
  select count(*)
  from event e
  where e.organisation_id = w.organisation_id and e.subject_id = w.id and e.kind = 'work.created'
)`,
  'the journal tells of no item that is not there': `
select e.subject_id
from event e
left join work_item w on w.organisation_id = e.organisation_id and w.id = e.subject_id
where e.kind in ('work.created', 'work.moved') and w.id is null`,
  'sub-items are counted as they are': `
select p.id
from work_item p
left join work_item c on c.organisation_id = p.organisation_id and c.parent_id = p.id
group by p.id, p.child_count, p.child_done_count
having count(c.id) <> p.child_count or count(c.id) filter (where c.state_group = 'done') <> p.child_done_count`,
  'a container has given each number once': `
select c.id
from container c
left join work_item w on w.organisation_id = c.organisation_id and w.home_container_id = c.id
group by c.id, c.last_number
having count(w.id) <> c.last_number or count(distinct w.key) <> c.last_number`,
  'an answer that is kept is one that was journalled': `
select i.key
from idempotency i
join journal_head h on h.organisation_id = i.organisation_id
where (i.response ->> 'seq')::bigint > h.seq`,
}

/** The database as it is after a start: the state of every item, and which rules are broken. */
export async function inspect(databaseUrl: string): Promise<{
  readonly states: ReadonlyMap<string, string>
  readonly broken: readonly string[]
}> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const broken: string[] = []
    for (const [rule, question] of Object.entries(RULES)) {
      const { rows } = await client.query(question)
      if (rows.length > 0) broken.push(`${rule}: ${JSON.stringify(rows.slice(0, 3))}`)
    }
    const { rows } = await client.query<{ id: string; state: string }>(
      'select w.id, w.state_id as state from work_item w order by w.id',
    )
    return { states: new Map(rows.map(({ id, state }) => [id, state])), broken }
  } finally {
    await client.end()
  }
}
