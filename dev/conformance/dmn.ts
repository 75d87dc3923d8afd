// npm run conformance:dmn -- DIR: evaluates the tests of the DMN technology compatibility kit, a folder with
// `compliance-level-2` and so on, each with a folder for each group of models and tests, and names every miss. Each model
// is written anew, too, and each table put back as it is.
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { rewriteGroup } from './dmn/rewrite.ts'
import { type Outcome, runGroup } from './dmn/run-group.ts'

function main(root: string): number {
  const levels = foldersOf(root).filter((name) => name.startsWith('compliance-level-'))
  if (levels.length === 0) {
    console.error(`${root} has no folder compliance-level-…`)
    return 2
  }
  let missed = 0
  for (const level of levels) {
    const groups = groupsIn(join(root, level))
    const outcomes = groups.flatMap(runGroup)
    const wrong = outcomes.filter(({ isRight }) => !isRight)
    missed += wrong.length
    for (const { name, got, expected } of wrong) {
      console.log(`${relative(root, name)}: ${short(got)} instead of ${short(expected)}`)
    }
    console.log(`${level}: ${groups.length} groups, ${summary(outcomes)}`)
    missed += rewrite(root, groups)
  }
  return missed === 0 ? 0 : 1
}

/** Tells which models are not the same once they are written, or put back as they are. */
function rewrite(root: string, groups: readonly string[]): number {
  const rewritten = groups.map(rewriteGroup)
  const misses = rewritten.flatMap((group) => group.misses)
  for (const miss of misses) console.log(relative(root, miss))
  const [files, tables] = [
    sum(rewritten.map((group) => group.files)),
    sum(rewritten.map((group) => group.tables)),
  ]
  console.log(
    `  ${files} files written and read again, ${tables} tables put back: ${misses.length} come out otherwise`,
  )
  return misses.length
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

/** A level may hold its groups in folders of their own kind, as the kit does for non-compliant ones. */
function groupsIn(folder: string): readonly string[] {
  return foldersOf(folder).map((name) => join(folder, name))
}

function foldersOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}

function summary(outcomes: readonly Outcome[]): string {
  const cases = Map.groupBy(outcomes, ({ testCase }) => testCase)
  const whole = [...cases.values()].filter((all) => all.every(({ isRight }) => isRight)).length
  const right = outcomes.filter(({ isRight }) => isRight).length
  return `${whole} of ${cases.size} test cases (${percent(whole, cases.size)}), ${right} of ${outcomes.length} values`
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
}

function short(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`
}

const folder = process.argv[2]
if (folder === undefined) {
  console.error('Usage: npm run conformance:dmn -- DIR')
  process.exitCode = 2
} else {
  process.exitCode = main(folder)
}
