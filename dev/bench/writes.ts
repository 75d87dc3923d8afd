import { Client } from 'pg'
import { type BenchClient, freshId } from './client.ts'
import { load, type Measured } from './load.ts'
import type { Pair } from './reads.ts'

type At = {
  readonly databaseUrl: string
  readonly cpu: () => number
  readonly calls: number
  readonly containerId: string
}

/** Creating and finishing items one at a time, durably, against bare SQL that writes the same rows. */
export async function benchWrites(client: BenchClient, at: At): Promise<readonly Pair[]> {
  const bare = await openBare(at, client.organisationId)
  const pairs: Pair[] = []
  for (const clients of [1, 8]) {
    const ids: string[] = []
    await load({ clients, calls: 20, cpu: at.cpu }, () => createOne(client, at.containerId, freshId()))
    const created = await load({ clients, calls: at.calls, cpu: at.cpu }, async () => {
      const id = freshId()
      await createOne(client, at.containerId, id)
      ids.push(id)
    })
    const completed = await load({ clients, calls: ids.length, cpu: at.cpu }, (index) =>
      client.post(`/items/${ids[index]}/move`, { stateId: 'done' }),
    )
    pairs.push({ name: 'create', clients, ours: created, bare: await bare.create(clients) })
    pairs.push({ name: 'complete', clients, ours: completed, bare: await bare.complete(clients) })
  }
  await bare.close()
  return pairs
}

function createOne(client: BenchClient, containerId: string, id: string): Promise<unknown> {
  return client.post('/items', { id, containerId, title: 'Set out grid line C' })
}

/** The rows that creating or completing an item leaves behind, written by hand. */
async function openBare(at: At, organisationId: string) {
  const connections = await Promise.all(Array.from({ length: 8 }, () => connect(at.databaseUrl)))
  const { rows } = await (connections[0] ?? (await connect(at.databaseUrl))).query<{ id: string }>(
    'select id from item_type where organisation_id = $1 limit 1',
    [organisationId],
  )
  const typeId = rows[0]?.id
  const written: string[] = []

  const run = (
    clients: number,
    work: (connection: Client, index: number) => Promise<void>,
  ): Promise<Measured> => {
    const free = connections.slice(0, clients)
    return load({ clients, calls: at.calls, cpu: at.cpu }, async (index) => {
      const connection = free.pop()
      if (!connection) throw new Error('one connection a client')
      await connection.query('begin')
      await work(connection, index)
      await connection.query('commit')
      free.push(connection)
    })
  }

  return {
    create: (clients: number) => {
      written.length = 0
      return run(clients, async (connection) => {
        const id = freshId()
        const numbered = await connection.query<{ last_number: number }>({
          name: 'number',
          text: 'update container set last_number = last_number + 1 where organisation_id = $1 and id = $2 returning last_number',
          values: [organisationId, at.containerId],
        })
        await connection.query({
          name: 'item',
          text: INSERT_ITEM,
          values: [
            organisationId,
            id,
            `B-${numbered.rows[0]?.last_number}-${id.slice(-6)}`,
            at.containerId,
            typeId,
          ],
        })
        await connection.query({
          name: 'visit',
          text: INSERT_VISIT,
          values: [organisationId, freshId(), id, typeId, at.containerId],
        })
        await connection.query({
          name: 'event',
          text: INSERT_EVENT,
          values: [organisationId, freshId(), 'work.created', id, at.containerId, ITEM_JSON],
        })
        written.push(id)
      })
    },
    complete: (clients: number) =>
      run(clients, async (connection, index) => {
        const id = written[index % written.length]
        await connection.query({
          name: 'lock',
          text: 'select * from work_item where organisation_id = $1 and id = $2 for no key update',
          values: [organisationId, id],
        })
        await connection.query({
          name: 'done',
          text: `update work_item set state_id = 'done', state_group = 'done', finished_at = now(), state_since = now(), updated_at = now(), version = version + 1 where organisation_id = $1 and id = $2`,
          values: [organisationId, id],
        })
        await connection.query({
          name: 'leave',
          text: `update visit set left_at = now(), next_state_id = 'done' where organisation_id = $1 and item_id = $2 and left_at is null`,
          values: [organisationId, id],
        })
        await connection.query({
          name: 'visit',
          text: INSERT_VISIT,
          values: [organisationId, freshId(), id, typeId, at.containerId],
        })
        await connection.query({
          name: 'event',
          text: INSERT_EVENT,
          values: [
            organisationId,
            freshId(),
            'work.moved',
            id,
            at.containerId,
            '{"from":"backlog","to":"done"}',
          ],
        })
      }),
    close: async () => {
      await Promise.all(connections.map((connection) => connection.end()))
    },
  }
}

async function connect(connectionString: string): Promise<Client> {
  const connection = new Client({ connectionString })
  await connection.connect()
  return connection
}

const INSERT_ITEM = `
insert into work_item (organisation_id, id, key, home_container_id, container_ids, type_id, title, description, state_id,
  state_group, area, rank, priority, is_milestone, label_ids, fields, open_blockers, created_at, updated_at, state_since,
  version, title_fold, search_text)
values ($1, $2, $3, $4, array[$4::uuid], $5, 'Set out grid line C', '', 'backlog', 'backlog', '2.3', $3, 0, false, '{}',
  '{}', '[]', now(), now(), now(), 1, 'set out grid line c', 'set out grid line c')`
const INSERT_VISIT = `
insert into visit (organisation_id, id, item_id, type_id, container_id, state_id, state_group, entered_at)
values ($1, $2, $3, $4, $5, 'backlog', 'backlog', now())`
const INSERT_EVENT = `
with head as (
  update journal_head set seq = seq + 1 where organisation_id = $1 returning seq
)
insert into event (organisation_id, seq, id, kind, at, recorded_at, actor, subject_kind, subject_id, container_id, data)
select $1, head.seq, $2, $3, now(), now(), '{"kind":"system"}', 'item', $4, $5, $6::jsonb
from head`
/** As large as the fact of a creation is. */
const ITEM_JSON = JSON.stringify({ item: { title: 'Set out grid line C', filler: 'x'.repeat(900) } })
