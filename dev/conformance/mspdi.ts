// npm run conformance:mspdi -- DIR: reads every Microsoft Project XML file of a folder, writes it,
// reads what was written, and says whether both are the same project.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MspdiProject, readMspdi, writeMspdi } from '@millrace/formats/mspdi'
import { firstDifference } from './first-difference.ts'

/** Where a row stands in its file is no part of the project. */
const PLACES: ReadonlySet<string> = new Set(['line'])

type Outcome = { readonly tasks: number; readonly links: number; readonly verdict: string }

function contentOf(project: MspdiProject) {
  const { properties, attributeDefinitions, calendars, tasks, resources, assignments, links } = project
  return { properties, attributeDefinitions, calendars, tasks, resources, assignments, links }
}

function roundTrip(bytes: Uint8Array): Outcome {
  const read = readMspdi(bytes)
  if (!read.ok) return { tasks: 0, links: 0, verdict: `refused: ${read.refusal.code}` }
  const counts = { tasks: read.value.tasks.length, links: read.value.links.length }
  const again = readMspdi(new TextEncoder().encode(writeMspdi(read.value)))
  if (!again.ok) return { ...counts, verdict: `what was written is refused: ${again.refusal.code}` }
  const difference = firstDifference(contentOf(read.value), contentOf(again.value), PLACES)
  return { ...counts, verdict: difference === undefined ? 'same' : `differs at ${difference}` }
}

function main(folder: string): number {
  const names = readdirSync(folder)
    .filter((name) => name.toLowerCase().endsWith('.xml'))
    .toSorted()
  let failed = 0
  for (const name of names) {
    const { tasks, links, verdict } = roundTrip(readFileSync(join(folder, name)))
    if (verdict !== 'same') failed += 1
    console.log(`${name}: ${tasks} tasks, ${links} links, ${verdict}`)
  }
  console.log(`${names.length} files, ${names.length - failed} the same after writing and reading`)
  return failed > 0 || names.length === 0 ? 1 : 0
}

const folder = process.argv[2]
if (folder === undefined) {
  console.error('Usage: npm run conformance:mspdi -- DIR')
  process.exitCode = 2
} else {
  process.exitCode = main(folder)
}
