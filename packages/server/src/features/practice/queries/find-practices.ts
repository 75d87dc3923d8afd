import type { PracticeView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'
import { presentPractice } from '../present.ts'
import { PRACTICE_COLUMNS, type PracticeRow, toPractice } from '../store/practices.ts'
import { findNames } from './find-names.ts'
import { findPracticeParts } from './find-parts.ts'

/** Practices as everybody sees them, by name, archived ones last; null: all of the organisation. */
export async function readPractices(
  tx: Tx,
  organisationId: string,
  ids: readonly string[] | null,
): Promise<readonly PracticeView[]> {
  const rows = await tx.query<PracticeRow>({
    name: 'practice_find_practices',
    text: `
select ${PRACTICE_COLUMNS}
from practice p
where p.organisation_id = $1
  and ($2::uuid[] is null or p.id = any($2))
order by p.archived_at is not null, p.name, p.id
limit 10000`,
    values: [organisationId, ids],
  })
  const parts = await findPracticeParts(tx, organisationId, ids)
  const names = Map.groupBy(await findNames(tx, organisationId), ({ practiceId }) => practiceId)
  return rows.map((row) =>
    presentPractice(toPractice(row), { parts: parts.get(row.id), names: names.get(row.id) ?? [] }),
  )
}
