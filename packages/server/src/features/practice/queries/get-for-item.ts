import { operations } from '@millrace/contract'
import { lackedQualifications, type PracticeRole, versionFollowed } from '@millrace/core/practice'
import { mayOnItem, query, refuse } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { PRACTICE_FOLD } from './count-work.ts'
import { findVersions } from './find-versions.ts'

type Row = {
  readonly containerIds: readonly string[]
  readonly finishedAt: number | null
  readonly practice: {
    readonly id: string
    readonly name: string
    readonly isArchived: boolean
    readonly roles: readonly PracticeRole[]
  } | null
  /** What the responsible person can do; null: nobody has said. */
  readonly skills: readonly string[] | null
}

/** The practice that an item names, which version of it the work follows, and what whoever does it lacks. */
export const getForItem = query(operations['practice.getForItem'], async (context, { itemId }) => {
  const { tx, organisationId, principal } = context
  const [item] = await readItem(tx, organisationId, itemId)
  if (
    !item ||
    !mayOnItem(principal.access, 'container.read', { id: itemId, containerIds: item.containerIds })
  )
    return refuse('platform.not_found', { what: 'item' })
  const { practice, skills, finishedAt } = item
  if (practice === null) return { practice, version: null, lacked: [] }
  const { roles, ...named } = practice
  return {
    practice: named,
    version: versionFollowed(await findVersions(tx, organisationId, practice.id), finishedAt),
    lacked: skills === null ? [] : lackedQualifications(roles, skills),
  }
})

async function readItem(tx: Tx, organisationId: string, itemId: string): Promise<readonly Row[]> {
  return await tx.query<Row>({
    name: 'practice_read_item',
    text: `
select w.container_ids as "containerIds", w.finished_at as "finishedAt",
  case when p.id is not null then json_build_object(
    'id', p.id, 'name', p.name, 'isArchived', p.archived_at is not null, 'roles', p.roles) end as practice,
  (
    select array_agg(distinct s.skill)
    from resource r
    cross join unnest(r.skills) as s (skill)
    where r.organisation_id = $1
      and r.person_id = w.responsible_id
  ) as skills
from work_item w
left join practice_name n on n.organisation_id = w.organisation_id and n.fold = ${PRACTICE_FOLD}
left join practice p on p.organisation_id = n.organisation_id and p.id = n.practice_id
where w.organisation_id = $1
  and w.id = $2`,
    values: [organisationId, itemId],
  })
}
