import type { Description } from '../../../platform/archive/index.ts'
import type { Reader } from '../../../platform/db/transaction.ts'
import { contentKey } from '../../../platform/files/index.ts'

const SHA256_LENGTH = 64

/** Which organisation goes into an archive, how far its journal reaches, and which contents belong to it. */
export async function describeOrganisation(tx: Reader, organisationId: string): Promise<Description> {
  const head = await readHead(tx, organisationId)
  const files = await listFileContents(tx, organisationId)
  const runs = await listRunContents(tx, organisationId)
  return {
    ...head,
    contents: [
      ...files.map(({ sha256, size }) => ({
        path: `files/${sha256}`,
        key: contentKey(organisationId, sha256),
        sizeBytes: Number(size),
      })),
      ...runs.map(({ id, key, size }) => ({
        path: `imports/${id}/${key.slice(-SHA256_LENGTH)}`,
        key,
        sizeBytes: Number(size),
      })),
    ],
  }
}

async function readHead(tx: Reader, organisationId: string): Promise<Omit<Description, 'contents'>> {
  const rows = await tx.query<{ id: string; slug: string; name: string; seq: string }>({
    text: `
select o.id, o.slug, o.name, h.seq::text as seq
from organisation o
join journal_head h on h.organisation_id = o.id
where o.id = $1`,
    values: [organisationId],
  })
  const row = rows[0]
  if (!row) throw new Error('there is no such organisation')
  const { id, slug, name, seq } = row
  return { organisation: { id, slug, name }, journalSeq: Number(seq) }
}

/** Contents of attached files, each once. A removed file still has its own. */
async function listFileContents(
  tx: Reader,
  organisationId: string,
): Promise<readonly { readonly sha256: string; readonly size: string }[]> {
  return await tx.query<{ sha256: string; size: string }>({
    text: `
select f.sha256, max(f.size_bytes)::text as size
from file f
where f.organisation_id = $1
group by f.sha256
order by f.sha256`,
    values: [organisationId],
  })
}

/** Contents of imports that are not settled: the others have let go of theirs. */
async function listRunContents(
  tx: Reader,
  organisationId: string,
): Promise<readonly { readonly id: string; readonly key: string; readonly size: string }[]> {
  return await tx.query<{ id: string; key: string; size: string }>({
    text: `
select r.id, r.file_key as key, r.file_size::text as size
from import_run r
where r.organisation_id = $1
  and r.state not in ('approved', 'reverted')
order by r.id`,
    values: [organisationId],
  })
}

/** The folder in the store of files that a content of an archive belongs into. */
export function folderOf(path: string, organisationId: string): string {
  const [, runId] = /^imports\/([^/]+)\//.exec(path) ?? []
  return runId === undefined ? organisationId : `imports/${organisationId}/${runId}`
}
