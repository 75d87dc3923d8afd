import type { PoolClient } from 'pg'
import { freshId } from '../client.ts'
import type { InsertLike } from './bare-rows.ts'
import { type Likeness, likenessOf, type SampleStep } from './likeness.ts'
import type { Stage } from './stage.ts'

/** An instance as far as bare SQL has to know it. */
export type Standing = {
  readonly instanceId: string
  /** The token that goes on. */
  readonly tokenId: number
  readonly entries: number
  /** What carries out where it stands, and what it waits for: not every element has both. */
  readonly itemId: string | null
  readonly activityId: string | null
  readonly waitId: number | null
  readonly jobId: string | null
}

/**
 * What one step of instances writes, as statements made by hand: locks, then one statement for each table and kind of
 * change, for one instance as for hundreds. The rows are copies of what a step of the product wrote.
 */
export class BareSteps {
  readonly #stage: Stage
  readonly #containerId: string
  readonly #like: Likeness
  /** With an answer awaited after each statement, as programs are usually written; else all that can be go together. */
  #isPipelined = false

  private constructor(stage: Stage, containerId: string, like: Likeness) {
    this.#stage = stage
    this.#containerId = containerId
    this.#like = like
  }

  /** Learns from the last step of an instance that stands at a task of a person after it. */
  static async like(stage: Stage, step: SampleStep): Promise<BareSteps> {
    return new BareSteps(stage, step.containerId, await likenessOf(stage, step))
  }

  pipelined(): BareSteps {
    const other = new BareSteps(this.#stage, this.#containerId, this.#like)
    other.#isPipelined = true
    return other
  }

  /** Leads instances one step on, in one transaction; where they stand then. */
  async go(standings: readonly Standing[]): Promise<readonly Standing[]> {
    const client = await this.#stage.pool.connect()
    try {
      return await this.goOn(client, standings)
    } finally {
      client.release()
    }
  }

  async goOn(client: PoolClient, standings: readonly Standing[]): Promise<readonly Standing[]> {
    const { organisationId } = this.#stage
    const sent: Promise<unknown>[] = []
    const run = async (name: string, text: string, values: readonly unknown[]) => {
      const answer = client.query({ name: `bare_${name}`, text, values: [organisationId, ...values] })
      if (this.#isPipelined) sent.push(answer)
      else await answer
    }
    const add = async (statement: ReturnType<InsertLike>) => {
      const answer = client.query({ ...statement, values: [...statement.values] })
      if (this.#isPipelined) sent.push(answer)
      else await answer
    }
    const next = standings.map((one) => this.#after(one))
    const begun = client.query(`begin; set local app.organisation_id = '${organisationId}'`)
    if (this.#isPipelined) sent.push(begun)
    else await begun
    await this.#endItems(run, add, standings)
    await this.#moveInstances(run, add, { standings, next })
    const first = await this.#number(client, standings.length)
    const itemIds = next.map(({ itemId }) => itemId)
    await add(this.#like.inserts.item({ id: itemIds, key: next.map((_one, place) => `B-${first + place}`) }))
    await add(this.#like.inserts.visit({ id: next.map(freshId), item_id: itemIds }))
    await add(this.#like.inserts.search({ id: itemIds, item_id: itemIds }))
    await add(
      this.#like.inserts.activity({
        ...{ id: next.map(({ activityId }) => activityId), item_id: itemIds },
        ...{
          instance_id: next.map(({ instanceId }) => instanceId),
          token_id: next.map(({ tokenId }) => tokenId),
        },
      }),
    )
    await this.#journal(run, next)
    const done = client.query('commit')
    await Promise.all(sent)
    await done
    return next
  }

  #after(one: Standing): Standing {
    return {
      ...{ instanceId: one.instanceId, tokenId: one.tokenId + 1, entries: one.entries + 1 },
      ...{ itemId: freshId(), activityId: freshId(), waitId: null, jobId: null },
    }
  }

  async #number(client: PoolClient, count: number): Promise<number> {
    const { rows } = await client.query<{ last: number }>({
      name: 'bare_number',
      text: `update container set last_number = last_number + $3 where organisation_id = $1 and id = $2
        returning last_number as last`,
      values: [this.#stage.organisationId, this.#containerId, count],
    })
    return (rows[0]?.last ?? 0) - count + 1
  }

  async #endItems(
    run: (name: string, text: string, values: readonly unknown[]) => Promise<void>,
    add: (statement: ReturnType<InsertLike>) => Promise<void>,
    standings: readonly Standing[],
  ): Promise<void> {
    const { ended, ending, inserts } = this.#like
    if (ended === null) return
    const itemIds = standings.map(({ itemId }) => itemId)
    await run('lock_items', LOCK_ITEMS, [itemIds])
    const state = (column: string) => ended.get(column)?.value
    if (ending === 'done') {
      await run('finish', FINISH, [itemIds, state('state_id'), state('state_since')])
      await run('leave', LEAVE, [itemIds, state('state_id'), state('state_since')])
      if (inserts.arrival) await add(inserts.arrival({ id: itemIds.map(freshId), item_id: itemIds }))
    } else {
      await run('archive', ARCHIVE, [itemIds, state('archived_at')])
      await run(
        'unfind',
        'update search_entry set is_archived = true where organisation_id = $1 and item_id = any((select $2::uuid[])::uuid[])',
        [itemIds],
      )
    }
    await run('close', CLOSE, [standings.map(({ activityId }) => activityId), state('updated_at')])
  }

  async #moveInstances(
    run: (name: string, text: string, values: readonly unknown[]) => Promise<void>,
    add: (statement: ReturnType<InsertLike>) => Promise<void>,
    { standings, next }: { readonly standings: readonly Standing[]; readonly next: readonly Standing[] },
  ): Promise<void> {
    const { instance, inserts } = this.#like
    const ids = standings.map(({ instanceId }) => instanceId)
    const kept = (column: string) => instance.get(column)?.value
    await run('lock_instances', LOCK_INSTANCES, [ids])
    await run('instances', UPDATE_INSTANCES, [ids, kept('scopes'), kept('done')])
    await run('untoken', DELETE_TOKENS, [ids, standings.map(({ tokenId }) => tokenId)])
    await add(inserts.token({ instance_id: ids, id: next.map(({ tokenId }) => tokenId) }))
    if (standings.some(({ waitId }) => waitId !== null))
      await run('unwait', DELETE_WAITS, [ids, standings.map(({ waitId }) => waitId)])
    if (standings.some(({ jobId }) => jobId !== null))
      await run(
        'unjob',
        'delete from process_job where organisation_id = $1 and id = any((select $2::uuid[])::uuid[])',
        [standings.map(({ jobId }) => jobId)],
      )
    await add(inserts.history({ instance_id: ids, seq: next.map(({ entries }) => entries) }))
  }

  async #journal(
    run: (name: string, text: string, values: readonly unknown[]) => Promise<void>,
    next: readonly Standing[],
  ): Promise<void> {
    const { events } = this.#like
    const all = next.flatMap(({ itemId }) => events.map((event) => ({ event, itemId })))
    const column = (name: string) => all.map(({ event }) => event.get(name)?.value)
    await run('events', INSERT_EVENTS, [
      ...[all.length, all.map(freshId), column('kind'), column('at'), column('actor')],
      ...[column('subject_kind'), all.map(({ itemId }) => itemId), this.#containerId, column('data')],
    ])
  }
}

const LOCK_ITEMS = `
select id, version from work_item where organisation_id = $1 and id = any((select $2::uuid[])::uuid[]) order by id for no key update`
const FINISH = `
update work_item
set state_id = $3, state_group = 'done', finished_at = $4, state_since = $4, updated_at = $4, version = version + 1
where organisation_id = $1 and id = any((select $2::uuid[])::uuid[])`
const ARCHIVE = `
update work_item
set archived_at = $3, updated_at = $3, version = version + 1
where organisation_id = $1 and id = any((select $2::uuid[])::uuid[])`
const LEAVE = `
update visit set left_at = $4, next_state_id = $3
where organisation_id = $1 and item_id = any((select $2::uuid[])::uuid[]) and left_at is null`
const CLOSE = `
update process_activity set closed_at = $3 where organisation_id = $1 and id = any((select $2::uuid[])::uuid[])`
const LOCK_INSTANCES = `
select id, version from process_instance where organisation_id = $1 and id = any((select $2::uuid[])::uuid[]) order by id for no key update`
const UPDATE_INSTANCES = `
update process_instance
set scopes = $3, done = $4, next_id = next_id + 1, entries = entries + 1, version = version + 1
where organisation_id = $1 and id = any((select $2::uuid[])::uuid[])`
const DELETE_TOKENS = `
delete from process_token t using unnest($2::uuid[], $3::integer[]) as x (instance_id, id)
where t.organisation_id = $1 and t.instance_id = x.instance_id and t.id = x.id`
const DELETE_WAITS = `
delete from process_wait w using unnest($2::uuid[], $3::integer[]) as x (instance_id, id)
where w.organisation_id = $1 and w.instance_id = x.instance_id and w.id = x.id`
const INSERT_EVENTS = `
with head as (
  update journal_head set seq = seq + $2 where organisation_id = $1 returning seq
)
insert into event (organisation_id, seq, id, kind, at, recorded_at, actor, subject_kind, subject_id, container_id, data)
select $1, head.seq - $2 + x.place, x.id, x.kind, x.at, now(), x.actor::jsonb, x.subject_kind, x.subject_id, $9, x.data::jsonb
from head, unnest($3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::uuid[], $10::text[])
  with ordinality as x (id, kind, at, actor, subject_kind, subject_id, data, place)`
