import { otherCases } from './character-class.ts'
import { parsePattern } from './parse-pattern.ts'
import { programOf, type Step } from './pattern-program.ts'
import { PatternFault, type PatternFlags } from './pattern-tree.ts'

/** Where a match lies: `[start, end]` of the whole at 0, then of each group; -1 where one took no part. */
export type PatternMatch = readonly number[]

/** Steps that searches may still take together. */
export type PatternBudget = { left: number }

/** A pattern ready to be looked for. */
export type Pattern = {
  readonly groups: number
  /** The first match from a place on; null: none; `undefined`: it would take too long to tell. */
  readonly find: (text: string, from: number, budget: PatternBudget) => PatternMatch | null | undefined
}

/** Steps times characters of one search whose visits are marked; four megabytes of marks. */
const MAX_MARKS = 32_000_000
/** Visits that are kept one by one, before a mark for every place is made. */
const FEW_VISITS = 2_000
/** Steps of a search with references back, whose ways cannot be marked as visited. */
const MAX_STEPS = 1_000_000

/** A pattern from its text and flags; null when it is none. */
export function compilePattern(pattern: string, flagText: string): Pattern | null {
  const flags = parseFlags(flagText)
  if (flags === null) return null
  try {
    const { tree, groups, hasBacks } = parsePattern(pattern, flags)
    const machine = { steps: programOf(tree), groups, hasBacks, flags }
    return { groups, find: (text, from, budget) => find(machine, { text, from, budget }) }
  } catch (error) {
    if (error instanceof PatternFault) return null
    throw error
  }
}

function parseFlags(text: string): PatternFlags | null {
  if (!/^[smixq]*$/.test(text)) return null
  return {
    isDotAll: text.includes('s'),
    isMultiLine: text.includes('m'),
    ignoresCase: text.includes('i'),
    ignoresSpace: text.includes('x'),
    isLiteral: text.includes('q'),
  }
}

type Machine = {
  readonly steps: readonly Step[]
  readonly groups: number
  readonly hasBacks: boolean
  readonly flags: PatternFlags
}

type Request = { readonly text: string; readonly from: number; readonly budget: PatternBudget }

/**
 * Tries one way after the other, each step at each place only once: what failed there fails again. So a
 * search takes no more than steps times characters, whatever the pattern.
 */
function find(machine: Machine, { text, from, budget }: Request): PatternMatch | null | undefined {
  const search: Search = {
    ...machine,
    text,
    few: new Set(),
    marks: null,
    budget: machine.hasBacks ? { left: Math.min(MAX_STEPS, budget.left) } : budget,
  }
  for (let start = from; start <= text.length; start += 1) {
    const match = run(search, start)
    if (match !== null) return match
    if (search.budget.left < 0) return undefined
    if ((text.codePointAt(start) ?? 0) > 0xffff) start += 1
  }
  return null
}

type Search = Machine & {
  readonly text: string
  readonly few: Set<number>
  /** A bit for each step at each place, once there are many. */
  marks: Uint8Array | null
  readonly budget: PatternBudget
}

/** A way not taken yet: the step and place to go on from, or a group to be put back as it was. */
type Waiting =
  | { readonly step: number; readonly at: number }
  | { readonly slot: number; readonly value: number }

function run(search: Search, start: number): PatternMatch | null {
  const saved = Array.from({ length: 2 * search.groups + 2 }, () => -1)
  saved[0] = start
  const waiting: Waiting[] = [{ step: 0, at: start }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('slot' in next) {
      saved[next.slot] = next.value
      continue
    }
    const end = follow({ search, saved, waiting }, next.step, next.at)
    if (end === null) continue
    saved[1] = end
    return saved
  }
  return null
}

type Way = { readonly search: Search; readonly saved: number[]; readonly waiting: Waiting[] }

/** Goes on until the way ends: where the match does, or null. */
function follow({ search, saved, waiting }: Way, from: number, start: number): number | null {
  let [step, at] = [from, start]
  for (;;) {
    if (!visit(search, step, at)) return null
    const current = search.steps[step]
    switch (current?.kind) {
      case 'match':
        return at
      case 'jump':
        step = current.to
        break
      case 'split':
        waiting.push({ step: current.second, at })
        step = current.first
        break
      case 'save':
        waiting.push({ slot: current.slot, value: saved[current.slot] ?? -1 })
        saved[current.slot] = at
        step += 1
        break
      default: {
        const after = current === undefined ? null : consume(search, current, { at, saved })
        if (after === null) return null
        at = after
        step += 1
      }
    }
  }
}

/** Counts a step, and tells whether it was not taken at this place before. */
function visit(search: Search, step: number, at: number): boolean {
  search.budget.left -= 1
  if (search.budget.left < 0) return false
  if (search.hasBacks) return true
  const place = step * (search.text.length + 1) + at
  if (search.marks !== null) return mark(search.marks, place)
  if (search.few.has(place)) return false
  search.few.add(place)
  if (search.few.size > FEW_VISITS) markAll(search)
  return true
}

function markAll(search: Search): void {
  const places = search.steps.length * (search.text.length + 1)
  if (places > MAX_MARKS) {
    search.budget.left = -1
    return
  }
  const marks = new Uint8Array(Math.ceil(places / 8))
  for (const place of search.few) mark(marks, place)
  search.marks = marks
}

function mark(marks: Uint8Array, place: number): boolean {
  const [index, bit] = [place >> 3, 1 << (place & 7)]
  const before = marks[index] ?? 0
  marks[index] = before | bit
  return (before & bit) === 0
}

type Place = { readonly at: number; readonly saved: readonly number[] }

/** The place behind what a step takes; null when it does not fit. */
function consume(search: Search, step: Step, { at, saved }: Place): number | null {
  const { text } = search
  switch (step.kind) {
    case 'character': {
      const point = text.codePointAt(at)
      if (point === undefined || !step.test(point)) return null
      return at + (point > 0xffff ? 2 : 1)
    }
    case 'start':
    case 'end':
      return isAnchored(search, step.kind, at) ? at : null
    case 'back':
      return behindReference(search, step.index, { at, saved })
    default:
      return null
  }
}

function isAnchored({ text, flags }: Search, kind: 'start' | 'end', at: number): boolean {
  if (at === (kind === 'start' ? 0 : text.length)) return true
  return flags.isMultiLine && text[kind === 'start' ? at - 1 : at] === '\n'
}

/** What a group remembers, once more; nothing when it took no part. */
function behindReference({ text, flags }: Search, index: number, { at, saved }: Place): number | null {
  const [from, to] = [saved[2 * index] ?? -1, saved[2 * index + 1] ?? -1]
  const group = from < 0 || to < 0 ? '' : text.slice(from, to)
  const found = text.slice(at, at + group.length)
  return startsWith(found, group, flags.ignoresCase) ? at + group.length : null
}

function startsWith(text: string, start: string, ignoresCase: boolean): boolean {
  if (text === start) return true
  if (!ignoresCase || text.length !== start.length) return false
  return [...text].every((character, index) => {
    const [point, other] = [character.codePointAt(0) ?? 0, [...start][index]?.codePointAt(0) ?? -1]
    return point === other || otherCases(point).includes(other)
  })
}
