import { readFile } from 'node:fs/promises'
import { sayProblem } from '@millrace/contract'
import type { CaseFault } from '@millrace/core/case'
import { type CmmnCase, type CmmnRefused, readCmmn } from '@millrace/formats/cmmn'
import { messageOf, PlainFault } from '../platform/fault.ts'

/** Reads a CMMN file. @throws PlainFault when it cannot be read, or is no CMMN */
export async function readCmmnFile(file: string): Promise<readonly CmmnCase[]> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new PlainFault(`${file} cannot be read: ${messageOf(error)}.`)
  })
  const read = readCmmn(bytes)
  if (read.ok) return read.value
  const { code, params = {} } = read.refusal
  throw new PlainFault(`${file} is no plan of a case that can be read: ${sayProblem(code, params)}`)
}

/** What stands against executing a plan, in words. */
export function sayCaseFault({ at, kind, detail, place }: CaseFault): string {
  // What is wrong with an expression has words of its own.
  const said = kind === 'expression' ? `${sayProblem(detail, {})} (sign ${(place?.from ?? 0) + 1})` : detail
  return sayProblem(`cmmn.${kind}`, { at, detail: said })
}

/** An element that is not executed, in words. */
export function sayCmmnRefused(refused: CmmnRefused): string {
  return sayProblem('cmmn.not-executed', refused)
}
