import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sayProblem } from '@millrace/contract'
import { compileModel, type DmnModel, type DmnProgram } from '@millrace/core/decision'
import { type DmnFile, readDmn } from '@millrace/formats/dmn'
import { messageOf, PlainFault } from '../platform/fault.ts'

/** A compiled model, and what is wrong with it in sentences. */
export type DmnFileProgram = { readonly program: DmnProgram; readonly problems: readonly string[] }

/** Files looked at for what a model imports. */
const MAX_NEIGHBOURS = 200

/**
 * Reads a DMN file, and from its folder the models it imports.
 *
 * @throws PlainFault when it cannot be read, or is no DMN
 */
export async function readDmnFile(path: string): Promise<DmnFileProgram> {
  const { model, problems } = await readOne(path)
  const imported = model.imports.length === 0 ? [] : await readNeighbours(path, model)
  const program = compileModel(model, imported)
  return {
    program,
    problems: [
      ...problems.map(({ code, line, params }) => sentenceAt(code, { line, params, element: '' })),
      ...program.problems.map(({ code, ...rest }) => sentenceAt(code, rest)),
    ],
  }
}

type Placed = {
  readonly line: number
  readonly element: string
  readonly params: Readonly<Record<string, string | number>>
}

function sentenceAt(code: string, { line, element, params }: Placed): string {
  const place = [...(line > 0 ? [`line ${line}`] : []), ...(element === '' ? [] : [element])]
  const sentence = sayProblem(code, params)
  return place.length === 0 ? sentence : `${place.join(', ')}: ${sentence}`
}

async function readOne(path: string): Promise<DmnFile> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new PlainFault(`${path} cannot be read: ${messageOf(error)}.`)
  })
  const read = readDmn(bytes)
  if (read.ok) return read.value
  throw new PlainFault(
    `${path} is no model that can be read: ${sayProblem(read.refusal.code, read.refusal.params ?? {})}`,
  )
}

/** Models beside a file whose namespaces are imported, and those that these import. */
async function readNeighbours(path: string, { namespace }: DmnModel): Promise<readonly DmnModel[]> {
  const folder = dirname(path)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.dmn')).toSorted()
  const found: DmnModel[] = []
  for (const name of names.slice(0, MAX_NEIGHBOURS)) {
    const read = readDmn(await readFile(join(folder, name)))
    if (read.ok && read.value.model.namespace !== namespace) found.push(read.value.model)
  }
  return found
}
