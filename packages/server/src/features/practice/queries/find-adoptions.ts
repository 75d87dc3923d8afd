import type { AdoptionStepView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ADOPTION_COLUMNS, type AdoptionOf } from '../store/adoptions.ts'

/** Lines of method sets, overdue looks first; null: all of the organisation. */
export async function readAdoptions(
  tx: Tx,
  organisationId: string,
  ids: readonly string[] | null,
): Promise<readonly AdoptionOf[]> {
  return await tx.query<AdoptionOf>({
    name: 'practice_read_adoptions',
    text: `
select ${ADOPTION_COLUMNS}
from practice_adoption a
where a.organisation_id = $1
  and ($2::uuid[] is null or a.id = any($2))
order by a.next_review_on nulls last, a.id
limit 10000`,
    values: [organisationId, ids],
  })
}

/** How a practice came to where it is in a unit, the newest first. */
export async function readAdoptionSteps(
  tx: Tx,
  organisationId: string,
  adoptionId: string,
): Promise<readonly AdoptionStepView[]> {
  return await tx.query<AdoptionStepView>({
    name: 'practice_read_steps',
    text: `
select s.number, s.kind, s.from_state as "from", s.to_state as "to", s.evidence, s.note, s.at,
  s.person_id as "personId"
from practice_adoption_step s
where s.organisation_id = $1
  and s.adoption_id = $2
order by s.number desc
limit 1000`,
    values: [organisationId, adoptionId],
  })
}

/** Which of some teams and practices there are; practices with whether they are archived. */
export async function findTeamsAndPractices(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly isArchived: boolean }>> {
  const rows = await tx.query<{ id: string; name: string; isArchived: boolean }>({
    name: 'practice_find_teams_and_practices',
    text: `
select t.id, t.name, t.archived_at is not null as "isArchived"
from team t
where t.organisation_id = $1
  and t.id = any($2::uuid[])
union all
select p.id, p.name, p.archived_at is not null
from practice p
where p.organisation_id = $1
  and p.id = any($2::uuid[])
order by 1
limit 10000`,
    values: [organisationId, ids],
  })
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}
