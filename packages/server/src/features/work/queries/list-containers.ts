import { operations } from '@millrace/contract'
import { mayInContainers, query, refuse, visibleContainerIds } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { decodeNameCursor, encodeNameCursor } from '../name-cursor.ts'
import { presentContainer, presentGrant } from '../present-container.ts'
import { CONTAINER_COLUMNS, type ContainerRow } from '../store/containers.ts'
import { listGrantsOf } from './find-containers.ts'

type Counts = {
  readonly open: number
  readonly done: number
  readonly overdue: number
  readonly blocked: number
}

/** Containers that the person can see, by name, with counts of their items. */
export const listContainers = query(operations['work.listContainers'], async (context, input) => {
  const { tx, organisationId, principal } = context
  const after = input.cursor === undefined ? null : decodeNameCursor(input.cursor)
  const rows = await listPage(tx, {
    organisationId,
    visible: visibleContainerIds(principal.access),
    kind: input.kind ?? null,
    archived: input.archived,
    text: input.text.trim(),
    after,
    limit: input.limit,
  })
  const counts = await countItemsOf(
    tx,
    organisationId,
    rows.map((row) => row.id),
  )
  const containers = rows.flatMap((row) => {
    const view = presentContainer(row, principal.access)
    return view
      ? [{ ...view, counts: counts.get(row.id) ?? { open: 0, done: 0, overdue: 0, blocked: 0 } }]
      : []
  })
  const last = rows.length === input.limit ? rows.at(-1) : undefined
  return { containers, next: last ? encodeNameCursor(last) : null }
})

type Page = {
  readonly organisationId: string
  readonly visible: readonly string[] | null
  readonly kind: string | null
  readonly archived: 'no' | 'only' | 'also'
  readonly text: string
  readonly after: { readonly name: string; readonly id: string } | null
  readonly limit: number
}

async function listPage(tx: Tx, page: Page): Promise<readonly ContainerRow[]> {
  return await tx.query<ContainerRow>({
    name: 'work_list_containers',
    text: `
select ${CONTAINER_COLUMNS}
from container c
where c.organisation_id = $1
  and ($2::uuid[] is null or c.id = any($2::uuid[]))
  and ($3::text is null or c.kind = $3)
  and ($4 = 'also' or (c.archived_at is null) = ($4 = 'no'))
  and ($5 = '' or c.name ilike '%' || replace(replace($5, '%', '\\%'), '_', '\\_') || '%' or c.key = upper($5))
  and ($6::text is null or (c.name, c.id) > ($6, $7::uuid))
order by c.name, c.id
limit $8`,
    values: [
      page.organisationId,
      page.visible,
      page.kind,
      page.archived,
      page.text,
      page.after?.name ?? null,
      page.after?.id ?? null,
      page.limit,
    ],
  })
}

async function countItemsOf(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, Counts>> {
  const rows = await tx.query<Counts & { container_id: string }>({
    name: 'work_count_items_of_containers',
    text: `
select w.home_container_id as container_id,
  (count(*) filter (where w.state_group <> 'done'))::integer as open,
  (count(*) filter (where w.state_group = 'done'))::integer as done,
  (count(*) filter (where w.state_group <> 'done' and w.due_on < current_date))::integer as overdue,
  (count(*) filter (where w.state_group <> 'done' and w.open_blockers <> '[]'))::integer as blocked
from work_item w
where w.organisation_id = $1
  and w.home_container_id = any($2::uuid[])
  and w.archived_at is null
group by w.home_container_id
order by w.home_container_id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map(({ container_id, ...counts }) => [container_id, counts]))
}

/** Who may do what in a container. */
export const listGrants = query(operations['work.listGrants'], async (context, input) => {
  if (!mayInContainers(context.principal.access, 'container.read', [input.containerId])) {
    refuse('platform.not_found', { what: 'container' })
  }
  const grants = await listGrantsOf(context.tx, context.organisationId, [input.containerId])
  return { grants: grants.map(presentGrant) }
})
