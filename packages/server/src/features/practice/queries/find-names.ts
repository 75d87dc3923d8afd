import type { Tx } from '../../../platform/db/transaction.ts'

/** A text by which items mean a practice, as texts are compared, and as it is written. */
export type PracticeName = {
  readonly fold: string
  readonly name: string
  readonly practiceId: string
  readonly isFormer: boolean
}

/** Every name and former name of the catalogue. */
export async function findNames(tx: Tx, organisationId: string): Promise<readonly PracticeName[]> {
  return await tx.query<PracticeName>({
    name: 'practice_find_names',
    text: `
select n.fold, n.name, n.practice_id as "practiceId", n.is_former as "isFormer"
from practice_name n
where n.organisation_id = $1
order by n.fold
limit 100000`,
    values: [organisationId],
  })
}

/** Every name and former name with the practice that is meant by it, as it is called now. */
export async function findMeanings(
  tx: Tx,
  organisationId: string,
): Promise<
  readonly {
    readonly id: string
    readonly name: string
    readonly folded: string
    readonly isArchived: boolean
  }[]
> {
  return await tx.query({
    name: 'practice_find_meanings',
    text: `
select p.id, p.name, n.fold as folded, p.archived_at is not null as "isArchived"
from practice_name n
join practice p on p.organisation_id = n.organisation_id and p.id = n.practice_id
where n.organisation_id = $1
order by n.fold
limit 100000`,
    values: [organisationId],
  })
}
