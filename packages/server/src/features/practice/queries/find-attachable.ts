import type { PracticeAttachment } from '@millrace/core/practice'
import { mayInContainers, type Unit } from '../../../platform/commands/index.ts'

type Row = {
  readonly id: string
  readonly kind: PracticeAttachment['kind']
  readonly place_id: string | null
}

/** Which of some attachments there are and the person sees. */
export async function findAttachable(
  { tx, organisationId, principal }: Unit,
  attachments: readonly PracticeAttachment[],
): Promise<ReadonlySet<string>> {
  if (attachments.length === 0) return new Set()
  const rows = await tx.query<Row>({
    name: 'practice_find_attachable',
    text: `
select c.id, 'process' as kind, c.id as place_id
from container c
where c.organisation_id = $1
  and c.id = any($2::uuid[])
  and c.kind = 'process'
union all
select f.id, 'form', f.process_id
from process_form f
where f.organisation_id = $1
  and f.id = any($2::uuid[])
union all
select t.id, 'template', t.place_id
from template t
where t.organisation_id = $1
  and t.id = any($2::uuid[])
order by 1
limit 10000`,
    values: [organisationId, attachments.map(({ id }) => id)],
  })
  const wanted = new Set(attachments.map(({ kind, id }) => `${kind} ${id}`))
  return new Set(
    rows.flatMap(({ id, kind, place_id: placeId }) => {
      const isSeen = placeId === null || mayInContainers(principal.access, 'container.read', [placeId])
      return isSeen && wanted.has(`${kind} ${id}`) ? [id] : []
    }),
  )
}
