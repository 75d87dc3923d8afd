import { Client } from 'pg'
import { freshId } from './client.ts'

/** The rows that creating or completing an item leaves behind, written by hand on one connection. */
export type BareWriter = {
  readonly create: (id: string) => Promise<void>
  readonly complete: (id: string) => Promise<void>
  readonly close: () => Promise<void>
}

type Place = { readonly organisationId: string; readonly containerId: string }

/** Opens a connection of its own, as the owner of the schema. */
export async function openBareWriter(databaseUrl: string, place: Place): Promise<BareWriter> {
  const connection = new Client({ connectionString: databaseUrl })
  await connection.connect()
  const { organisationId, containerId } = place
  const { rows } = await connection.query<{ id: string }>(
    'select id from item_type where organisation_id = $1 limit 1',
    [organisationId],
  )
  const typeId = rows[0]?.id
  const run = (name: string, text: string, values: readonly unknown[]) =>
    connection.query<{ last_number: number }>({ name, text, values: [organisationId, ...values] })
  const visit = (id: string) => run('visit', INSERT_VISIT, [freshId(), id, typeId, containerId])
  const event = (kind: string, id: string, data: string) =>
    run('event', INSERT_EVENT, [freshId(), kind, id, containerId, data])
  return {
    create: async (id) => {
      await connection.query('begin')
      const numbered = await run('number', NEXT_NUMBER, [containerId])
      await run('item', INSERT_ITEM, [
        id,
        `B-${numbered.rows[0]?.last_number}-${id.slice(-6)}`,
        containerId,
        typeId,
      ])
      await visit(id)
      await event('work.created', id, ITEM_JSON)
      await connection.query('commit')
    },
    complete: async (id) => {
      await connection.query('begin')
      await run('lock', 'select * from work_item where organisation_id = $1 and id = $2 for no key update', [
        id,
      ])
      await run('done', UPDATE_ITEM, [id])
      await run('leave', LEAVE_VISIT, [id])
      await visit(id)
      await event('work.moved', id, '{"from":"backlog","to":"done"}')
      await connection.query('commit')
    },
    close: () => connection.end(),
  }
}

const NEXT_NUMBER =
  'update container set last_number = last_number + 1 where organisation_id = $1 and id = $2 returning last_number'
const INSERT_ITEM = `
insert into work_item (organisation_id, id, key, home_container_id, container_ids, type_id, title, description, state_id,
  state_group, area, rank, priority, is_milestone, label_ids, fields, open_blockers, created_at, updated_at, state_since,
  version, title_fold, search_text)
values ($1, $2, $3, $4, array[$4::uuid], $5, 'Set out grid line C', '', 'backlog', 'backlog', '2.3', $3, 0, false, '{}',
  '{}', '[]', now(), now(), now(), 1, 'set out grid line c', 'set out grid line c')`
const UPDATE_ITEM = `
update work_item
set state_id = 'done', state_group = 'done', finished_at = now(), state_since = now(), updated_at = now(), version = version + 1
where organisation_id = $1 and id = $2`
const LEAVE_VISIT = `
update visit set left_at = now(), next_state_id = 'done'
where organisation_id = $1 and item_id = $2 and left_at is null`
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
