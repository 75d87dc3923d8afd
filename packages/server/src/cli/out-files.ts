import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { PlainFault } from '../platform/fault.ts'
import { explainFile } from './explain-file.ts'
import type { ScheduleOptions } from './schedule-options.ts'

/**
 * Where each plan is written to, by the places of their files; none where nothing is written. Several plans go into a
 * folder that is there, each under the name of its file.
 *
 * @throws PlainFault when it is no folder, when two would have the same name, or one would overwrite what is read
 */
export async function outFiles({
  files,
  out,
}: Pick<ScheduleOptions, 'files' | 'out'>): Promise<readonly string[]> {
  if (out === null) return []
  if (files.length === 1) return [out]
  const found = await stat(out).catch(() => null)
  if (!found?.isDirectory()) {
    throw new PlainFault(`${out} is no folder. Several plans are written into a folder: make it first.`)
  }
  const outs = files.map((file) => join(out, `${basename(file, extname(file))}.xml`))
  const twice = outs.find((path, place) => outs.indexOf(path) !== place)
  if (twice !== undefined) {
    throw new PlainFault(`Two plans would be written to ${twice}. Rename one of their files.`)
  }
  const read = new Set(files.map((file) => resolve(file)))
  const over = outs.find((path) => read.has(resolve(path)))
  if (over !== undefined) {
    throw new PlainFault(`${over} is read, and would be overwritten. Choose another folder.`)
  }
  return outs
}

/** Writes under another name until it is whole: a file of that name is not lost to half of another. */
export async function writeWhole(path: string, content: string): Promise<void> {
  const part = `${path}.part`
  try {
    await writeFile(part, content)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw explainFile(path, error)
  }
}
