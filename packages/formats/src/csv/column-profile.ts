import { type ColumnKind, findColumnKind, type KindFinding } from './column-kind.ts'
import { type ColumnMeaning, meaningOfHeader } from './column-meaning.ts'
import type { CsvRow } from './row-tokenizer.ts'

/** What a column looks like, to propose where its values go. */
export type ColumnProfile = KindFinding & {
  readonly index: number
  readonly name: string
  /** Cells of the sample that are not blank. */
  readonly filled: number
  readonly blank: number
  /** Different values among the filled cells. */
  readonly distinct: number
  /** Length of the longest value. */
  readonly longest: number
  /** The first three different values, at most 80 characters each. */
  readonly examples: readonly string[]
  /** The likely meaning; at most one column of a table has each, except labels and comments. */
  readonly meaning: ColumnMeaning | undefined
  /** Whether the whole header name, a word of it, or only the values led to the meaning. */
  readonly meaningBasis: 'name' | 'word' | 'values' | undefined
}

type Candidate = {
  readonly index: number
  readonly meaning: ColumnMeaning
  readonly basis: 'name' | 'word' | 'values'
  readonly rank: number
}

/** Rows looked at; more do not change the picture, and the web asks while someone waits. */
const SAMPLE_ROWS = 1_000
const EXAMPLES = 3
const EXAMPLE_LENGTH = 80
const REPEATABLE: ReadonlySet<ColumnMeaning> = new Set(['label', 'comment'])
const DATE_MEANINGS: ReadonlySet<ColumnMeaning> = new Set(['created', 'start', 'due', 'finished'])

/**
 * Looks at the first rows of a table and guesses, for each column, what its cells are and what
 * they mean, from the header (English, German, French, Spanish, Russian) and the values.
 *
 * @param table column names, and rows with as many cells
 */
export function profileColumns(table: {
  readonly columns: readonly string[]
  readonly rows: readonly CsvRow[]
}): readonly ColumnProfile[] {
  const rows = table.rows.slice(0, SAMPLE_ROWS)
  const drafts = table.columns.map((name, index) => {
    const cells = rows.map((row) => (row.cells[index] ?? '').trim())
    return describe({ index, name, cells })
  })
  const meanings = chooseMeanings(drafts)
  return drafts.map((draft) => {
    const chosen = meanings.get(draft.index)
    return { ...draft, meaning: chosen?.meaning, meaningBasis: chosen?.basis }
  })
}

type Draft = Omit<ColumnProfile, 'meaning' | 'meaningBasis'>

function describe(column: {
  readonly index: number
  readonly name: string
  readonly cells: readonly string[]
}): Draft {
  const filled = column.cells.filter((cell) => cell !== '')
  const distinct = new Set(filled)
  const header = meaningOfHeader(column.name)
  const finding = findColumnKind(filled, header !== undefined && DATE_MEANINGS.has(header.meaning))
  return {
    ...finding,
    index: column.index,
    name: column.name,
    filled: filled.length,
    blank: column.cells.length - filled.length,
    distinct: distinct.size,
    longest: filled.reduce((longest, cell) => Math.max(longest, cell.length), 0),
    examples: [...distinct].slice(0, EXAMPLES).map((cell) => cell.slice(0, EXAMPLE_LENGTH)),
  }
}

/** Gives each meaning to the column that fits it best: whole names before words before values. */
function chooseMeanings(drafts: readonly Draft[]): ReadonlyMap<number, Candidate> {
  const candidates = drafts.flatMap((draft) => [...byHeader(draft), ...byValues(draft)])
  const chosen = new Map<number, Candidate>()
  const taken = new Set<ColumnMeaning>()
  for (const candidate of candidates.toSorted((a, b) => a.rank - b.rank || a.index - b.index)) {
    const isFree = REPEATABLE.has(candidate.meaning) || !taken.has(candidate.meaning)
    if (chosen.has(candidate.index) || !isFree) continue
    chosen.set(candidate.index, candidate)
    taken.add(candidate.meaning)
  }
  return chosen
}

function byHeader(draft: Draft): readonly Candidate[] {
  const header = meaningOfHeader(draft.name)
  if (header === undefined || !mayMean(draft, header.meaning)) return []
  const rank = header.match === 'name' ? 0 : 1
  return [{ index: draft.index, meaning: header.meaning, basis: header.match, rank }]
}

/** Without a telling header, only two guesses are safe: addresses are people, long text describes. */
function byValues(draft: Draft): readonly Candidate[] {
  const guess = (meaning: ColumnMeaning, rank: number): readonly Candidate[] => [
    { index: draft.index, meaning, basis: 'values', rank },
  ]
  if (draft.kind.kind === 'email') return guess('assignee', 2)
  const isProse = draft.kind.kind === 'text' && draft.distinct * 2 > draft.filled
  if (isProse && draft.longest > 200) return guess('description', 3)
  return isProse && draft.longest > 8 ? guess('title', 4) : []
}

/** Kinds of values a meaning needs; meanings not listed take any. */
const FITTING_KINDS: Readonly<Partial<Record<ColumnMeaning, readonly ColumnKind['kind'][]>>> = {
  title: ['text', 'choice', 'number', 'duration', 'percent', 'money'],
  description: ['text', 'choice', 'number', 'duration', 'percent', 'money'],
  state: ['text', 'choice', 'number', 'percent'],
  created: ['date', 'excel-date'],
  start: ['date', 'excel-date'],
  due: ['date', 'excel-date'],
  finished: ['date', 'excel-date'],
  duration: ['number', 'duration'],
  effort: ['number', 'duration'],
  spent: ['number', 'duration'],
  progress: ['number', 'percent'],
  cost: ['number', 'money'],
}

/** Whether values of this kind can have the meaning; a due column without dates is not one. */
function mayMean(draft: Draft, meaning: ColumnMeaning): boolean {
  const kind = draft.kind.kind
  return kind === 'empty' || (FITTING_KINDS[meaning]?.includes(kind) ?? true)
}
