import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  compileModel,
  type DmnModel,
  type DmnProgram,
  equal,
  evaluateDecision,
  type FeelValue,
  isContext,
  isList,
  isNumber,
  kindOf,
  literalOf,
} from '@millrace/core/decision'
import { readDmn } from '@millrace/formats/dmn'
import { readTestFile, type TestCase } from './test-cases.ts'

/** One expected value, and whether it came out. */
export type Outcome = {
  readonly name: string
  /** The test case it belongs to. */
  readonly testCase: string
  readonly isRight: boolean
  readonly got: string
  readonly expected: string
}

/** A moment for `now()` and `today()`; no test depends on which. */
const NOW = Date.UTC(2026, 0, 1)

/** Runs every test of a folder of the kit; its models may import each other. */
export function runGroup(folder: string): readonly Outcome[] {
  const names = readdirSync(folder).toSorted()
  const models = new Map(
    names
      .filter((name) => name.endsWith('.dmn'))
      .flatMap((name) => {
        const read = readDmn(readFileSync(join(folder, name)))
        return read.ok ? [[name, read.value.model] as const] : []
      }),
  )
  return names
    .filter((name) => /-test-.*\.xml$/.test(name))
    .flatMap((name) => runFile(join(folder, name), models))
}

function runFile(path: string, models: ReadonlyMap<string, DmnModel>): readonly Outcome[] {
  const { modelName, cases } = readTestFile(readFileSync(path))
  const model = models.get(modelName) ?? models.get(`${modelName}.dmn`)
  const program =
    model === undefined
      ? null
      : compileModel(
          model,
          [...models.values()].filter((other) => other !== model),
        )
  return cases.flatMap((one) => runCase(one, { path, program }))
}

function runCase(
  { id, service, inputs, expected }: TestCase,
  { path, program }: { readonly path: string; readonly program: DmnProgram | null },
): readonly Outcome[] {
  return expected.map(({ name, value }) => {
    const got = program === null ? 'no model' : evaluate(program, service ?? name, inputs)
    const part = service !== null && isContext(got) && got.has(name) ? (got.get(name) ?? null) : got
    return {
      name: `${path} ${id} ${name}`,
      testCase: `${path} ${id}`,
      isRight: isAsExpected(part, value),
      got: literalOf(part),
      expected: literalOf(value),
    }
  })
}

function evaluate(program: DmnProgram, decision: string, inputs: ReadonlyMap<string, FeelValue>): FeelValue {
  return evaluateDecision(program, { decision, inputs, now: NOW, zone: 'UTC' }).value
}

const TOLERANCE = 1e-8

/** Numbers may differ by rounding of other programs; everything else is the same in kind and value. */
export function isAsExpected(got: FeelValue, expected: FeelValue): boolean {
  if (isNumber(got) && isNumber(expected)) {
    const size = Math.max(1, Math.abs(expected.toNumber()))
    return (
      got.eq(expected) ||
      got
        .minus(expected)
        .abs()
        .lte(TOLERANCE * size)
    )
  }
  if (isList(got) && isList(expected)) {
    return (
      got.length === expected.length &&
      got.every((item, index) => isAsExpected(item, expected[index] ?? null))
    )
  }
  if (isContext(got) && isContext(expected)) {
    return (
      got.size === expected.size &&
      [...got].every(([key, value]) => expected.has(key) && isAsExpected(value, expected.get(key) ?? null))
    )
  }
  return kindOf(got) === kindOf(expected) && equal(got, expected) === true
}
