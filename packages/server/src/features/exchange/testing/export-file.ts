import type { InputOf, operations } from '@millrace/contract'
import { type FileAnswer, makeFile, type Principal } from '../../../platform/commands/index.ts'
import type { Db } from '../../../platform/db/transaction.ts'
import { exportItems } from '../index.ts'

type Wanted = InputOf<(typeof operations)['exchange.exportItems']>

/** What somebody gets who exports: the file and all of its content. */
export async function exportFile(
  db: Db,
  principal: Principal,
  input: Wanted,
): Promise<Pick<FileAnswer, 'name' | 'count'> & { readonly content: Buffer }> {
  let answer: Pick<FileAnswer, 'name' | 'count'> = { name: '', count: 0 }
  const pieces: Buffer[] = []
  const wanted = { download: exportItems, principal, input, baseUrl: 'https://mill.example' }
  await makeFile(db, wanted, async ({ content, ...file }) => {
    answer = file
    for await (const piece of content) pieces.push(Buffer.from(piece))
  })
  return { ...answer, content: Buffer.concat(pieces) }
}
