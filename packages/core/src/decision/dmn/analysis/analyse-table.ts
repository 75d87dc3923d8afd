import type { FeelValue } from '../../feel/values/value.ts'
import type { DmnProgram } from '../compile-model.ts'
import type { DecisionTable } from '../model.ts'
import { type ColumnDomain, columnDomain } from './column-domain.ts'
import { segmentsText } from './segment.ts'
import { type Box, intersection, type Search, uncovered } from './uncovered.ts'

/** Combinations of inputs: a test for each column, as it would stand in a rule, and one example. */
export type TableRegion = { readonly tests: readonly string[]; readonly example: readonly FeelValue[] }

/** What the cells of a table say about each other. Rules and columns are counted from 0. */
export type TableAnalysis = {
  /** Inputs for which no rule matches. */
  readonly gaps: readonly TableRegion[]
  /** Inputs for which two rules match. */
  readonly overlaps: readonly { readonly rules: readonly [number, number]; readonly region: TableRegion }[]
  /** Rules of a FIRST table that those before them leave nothing to. */
  readonly masked: readonly number[]
  /** Cells that depend on more than constants: taken to cover everything where gaps, nothing where overlaps are looked for. */
  readonly undecided: readonly { readonly rule: number; readonly column: number }[]
  /** False: the table is too large to be looked through, or has more findings than are listed. */
  readonly isComplete: boolean
}

/** Findings of each kind that are listed. */
const LIMIT = 50
/** Steps of one search; a table of some hundred rules needs far fewer. */
const BUDGET = 2_000_000

/**
 * Finds gaps and overlaps of a decision table. Exact for numbers, dates, times, durations, booleans and
 * texts that are compared with constants; null is left aside.
 *
 * @param program the compiled model that the table belongs to, for its types
 */
export function analyseTable({ models }: DmnProgram, table: DecisionTable): TableAnalysis {
  const environment = models[0]?.environment
  if (environment === undefined) return NOTHING
  const columns = table.inputs.map((input, index) =>
    columnDomain(
      input,
      table.rules.map((rule) => rule.inputs[index] ?? { text: '-', line: rule.line }),
      environment,
    ),
  )
  const whole = columns.map(({ segments }) => (1n << BigInt(segments.length)) - 1n)
  const boxes = (unknown: Box) =>
    table.rules.map((_rule, index) =>
      columns.map(({ cells }, column) => cells[index] ?? unknown[column] ?? 0n),
    )
  const gaps = findGaps(boxes(whole), whole)
  const sure = boxes(whole.map(() => 0n))
  const overlaps = findOverlaps(sure)
  return {
    gaps: gaps.regions.map((box) => regionOf(box, columns)),
    overlaps: overlaps.pairs.map(({ rules, box }) => ({ rules, region: regionOf(box, columns) })),
    masked: table.hitPolicy === 'FIRST' ? findMasked(sure, boxes(whole)) : [],
    undecided: undecidedCells(columns, table.rules.length),
    isComplete: gaps.isComplete && overlaps.isComplete,
  }
}

const NOTHING: TableAnalysis = { gaps: [], overlaps: [], masked: [], undecided: [], isComplete: true }

function findGaps(
  rules: readonly Box[],
  whole: Box,
): { readonly regions: readonly Box[]; readonly isComplete: boolean } {
  if (whole.includes(0n)) return { regions: [], isComplete: true }
  const search: Search = { rules, limit: LIMIT, budget: BUDGET }
  const regions = uncovered(search, whole)
  return { regions, isComplete: search.budget >= 0 && regions.length < LIMIT }
}

type Overlap = { readonly rules: readonly [number, number]; readonly box: Box }

function findOverlaps(rules: readonly Box[]): {
  readonly pairs: readonly Overlap[]
  readonly isComplete: boolean
} {
  const pairs: Overlap[] = []
  let budget = BUDGET
  for (const [second, right] of rules.entries()) {
    for (const [first, left] of rules.slice(0, second).entries()) {
      budget -= 1
      if (budget < 0 || pairs.length >= LIMIT) return { pairs, isComplete: false }
      const box = intersection(left, right)
      if (box !== null) pairs.push({ rules: [first, second], box })
    }
  }
  return { pairs, isComplete: true }
}

/** A rule is surely masked when what it may match is surely covered by those before it. */
function findMasked(sure: readonly Box[], possible: readonly Box[]): readonly number[] {
  return possible.flatMap((box, index) => {
    if (index === 0 || box.includes(0n)) return []
    const search: Search = { rules: sure.slice(0, index), limit: 1, budget: BUDGET / possible.length }
    return uncovered(search, box).length === 0 && search.budget >= 0 ? [index] : []
  })
}

function undecidedCells(columns: readonly ColumnDomain[], rules: number) {
  return Array.from({ length: rules }, (_, rule) => rule).flatMap((rule) =>
    columns.flatMap(({ cells }, column) => (cells[rule] === null ? [{ rule, column }] : [])),
  )
}

function regionOf(box: Box, columns: readonly ColumnDomain[]): TableRegion {
  const parts = columns.map(({ segments }, column) => {
    const mask = box[column] ?? 0n
    const inside = segments.filter((_segment, index) => (mask & (1n << BigInt(index))) !== 0n)
    return { inside, isWhole: inside.length === segments.length }
  })
  return {
    tests: parts.map(({ inside, isWhole }) => (isWhole ? '-' : segmentsText(inside))),
    example: parts.map(({ inside }) => inside[0]?.sample ?? null),
  }
}
