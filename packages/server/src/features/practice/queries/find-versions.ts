import type { PracticeVersionView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'

/** The published versions of a description, the newest first. */
export async function findVersions(
  tx: Tx,
  organisationId: string,
  practiceId: string,
): Promise<readonly PracticeVersionView[]> {
  return await tx.query<PracticeVersionView>({
    name: 'practice_find_versions',
    text: `
select v.number, v.note, v.description, v.published_at as "publishedAt", v.published_by as "publishedBy"
from practice_version v
where v.organisation_id = $1
  and v.practice_id = $2
order by v.number desc
limit 1000`,
    values: [organisationId, practiceId],
  })
}
