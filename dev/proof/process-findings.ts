import { Pool } from 'pg'

/** What has to hold of processes at every moment, as questions for what breaks it: each must find nothing. */
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
  'the history tells of each completed step once': `
select a.instance_id
from process_activity a
where a.closed_at is not null
group by a.organisation_id, a.instance_id
having count(*) <> (
  select count(*)
  from process_history h
  where h.organisation_id = a.organisation_id
    and h.instance_id = a.instance_id
    and h.command ->> 'kind' = 'complete'
)`,
  'an instance that runs is somewhere, and one that is over is nowhere': `
select i.id, i.state
from process_instance i
left join process_token t on t.organisation_id = i.organisation_id and t.instance_id = i.id
group by i.organisation_id, i.id, i.state
having (i.state = 'running') <> (count(t.id) > 0)`,
  'nothing is stuck': `
select p.instance_id, p.node, p.text from process_incident p`,
}

/** Where instances are, as the database tells past the application. */
export class ProcessLookout {
  readonly #pool: Pool

  constructor(databaseUrl: string) {
    this.#pool = new Pool({ connectionString: databaseUrl, max: 4 })
    // The database is ended while somebody looks.
    this.#pool.on('error', () => {})
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

  async stateOf(instanceId: string): Promise<string | undefined> {
    const { rows } = await this.#pool.query<{ state: string }>(
      'select i.state from process_instance i where i.id = $1',
      [instanceId],
    )
    return rows[0]?.state
  }

  /** Items that are open in an instance. */
  async openIn(instanceId: string): Promise<readonly string[]> {
    const { rows } = await this.#pool.query<{ item_id: string }>(
      'select a.item_id from process_activity a where a.instance_id = $1 and a.closed_at is null order by a.item_id',
      [instanceId],
    )
    return rows.map(({ item_id }) => item_id)
  }

  /** Items whose step is closed. */
  async closed(): Promise<ReadonlySet<string>> {
    const { rows } = await this.#pool.query<{ item_id: string }>(
      'select a.item_id from process_activity a where a.closed_at is not null',
    )
    return new Set(rows.map(({ item_id }) => item_id))
  }

  /** How often each command was said, and to how many instances. */
  async told(): Promise<Readonly<Record<string, number>>> {
    const { rows } = await this.#pool.query<{ kind: string; count: number }>(
      `select h.command ->> 'kind' as kind, count(*)::int as count from process_history h group by 1 order by 1`,
    )
    return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
  }
}
