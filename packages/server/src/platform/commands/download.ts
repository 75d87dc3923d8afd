import type { Operation, ParsedInputOf } from '@millrace/contract'
import { type Db, inSnapshot } from '../db/transaction.ts'
import { behindWall } from './behind-wall.ts'
import { parseInput } from './parse-input.ts'
import { mayInOrganisation, type Principal } from './principal.ts'
import { refuse } from './refused.ts'
import type { QueryContext } from './unit.ts'

/** What making a file may use: like a question, and in addition where its reader finds Millrace. */
export type DownloadContext = QueryContext & {
  /** Such as `https://work.example.org`, without a slash at the end; empty where nobody knows. */
  readonly baseUrl: string
}

/** A file that is made while it is taken. */
export type FileAnswer = {
  readonly name: string
  readonly mediaType: string
  /** How many things it will tell of, for whoever shows progress. */
  readonly count: number
  readonly content: AsyncIterable<string | Uint8Array>
}

/** A file as a feature offers it. */
export type Download = {
  readonly operation: Operation
  readonly run: (context: DownloadContext, input: unknown) => Promise<FileAnswer>
}

/** Binds an operation to the function that makes its file. */
export function download<Op extends Operation>(
  operation: Op,
  run: (context: DownloadContext, input: ParsedInputOf<Op>) => Promise<FileAnswer>,
): Download {
  return { operation, run: run as Download['run'] } // The input is parsed by the operation's own schema first.
}

/**
 * Makes a file and hands it to `take`, in a transaction that sees one moment and one organisation and
 * is open until `take` is done. Its permission is one of the organisation: what the file holds is up
 * to its maker.
 */
export async function makeFile(
  db: Db,
  wanted: {
    readonly download: Download
    readonly principal: Principal
    readonly input: unknown
    readonly baseUrl: string
  },
  take: (file: FileAnswer) => Promise<void>,
): Promise<void> {
  const { principal, baseUrl } = wanted
  const { operation, run } = wanted.download
  const { permission } = operation
  if (!mayInOrganisation(principal, permission)) refuse('platform.not_allowed', { permission })
  const input = parseInput(operation, wanted.input)
  const { organisationId } = principal
  await inSnapshot(db, organisationId, async (tx) => {
    const asking = await behindWall(tx, principal)
    await take(await run({ tx, organisationId, principal: asking, now: Date.now(), baseUrl }, input))
  })
}
