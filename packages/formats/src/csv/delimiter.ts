import { DEFAULT_CSV_LIMITS } from './limits.ts'
import { RowTokenizer } from './row-tokenizer.ts'

/** What may stand between two cells, the rarest in ordinary text first: it wins when two fit alike. */
export const CSV_DELIMITERS = ['\t', '|', ';', ','] as const

/** A character that separates cells. */
export type CsvDelimiter = (typeof CSV_DELIMITERS)[number]

const SAMPLE_ROWS = 200
/** More columns than this in a sample say nothing more; it bounds the work on a hostile first line. */
const SAMPLE_COLUMNS = 10_000

/**
 * Finds the delimiter by trying each: the best one cuts the most rows into the same number of
 * cells, and into more cells when that is equal. A table of one column has a comma.
 *
 * @param sample the beginning of the text
 * @param isWhole whether the sample is all of it; otherwise its last row is cut off and not judged
 */
export function detectDelimiter(sample: string, isWhole: boolean): CsvDelimiter {
  let best: CsvDelimiter = ','
  let bestScore = 0
  for (const delimiter of CSV_DELIMITERS) {
    const score = judge(widthsOf(sample, { delimiter, isWhole }))
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** The `sep=;` line that spreadsheets write and read; `undefined` without one. */
export function readSeparatorLine(
  text: string,
): { readonly delimiter: string; readonly length: number } | undefined {
  const match = /^"?sep=([^"])"?(?:\r\n|\r|\n|$)/i.exec(text)
  const delimiter = match?.[1]
  return match === null || delimiter === undefined ? undefined : { delimiter, length: match[0].length }
}

function widthsOf(
  sample: string,
  options: { readonly delimiter: CsvDelimiter; readonly isWhole: boolean },
): readonly number[] {
  const widths: number[] = []
  const tokenizer = new RowTokenizer({
    delimiter: options.delimiter,
    limits: { ...DEFAULT_CSV_LIMITS, maxColumns: SAMPLE_COLUMNS },
    firstLine: 1,
    onRow: (row) => {
      if (widths.length < SAMPLE_ROWS) widths.push(row.cells.length)
    },
    onProblem: () => undefined,
  })
  tokenizer.push(sample)
  if (tokenizer.refusal !== undefined) return [SAMPLE_COLUMNS]
  if (options.isWhole || widths.length === 0) tokenizer.end()
  return widths
}

/** The share of rows that have the commonest width above one, plus a little for more columns. */
function judge(widths: readonly number[]): number {
  const rowsByWidth = new Map<number, number>()
  for (const width of widths) rowsByWidth.set(width, (rowsByWidth.get(width) ?? 0) + 1)
  let score = 0
  for (const [width, rows] of rowsByWidth) {
    if (width > 1) score = Math.max(score, rows / widths.length + Math.min(width, 100) / 1_000)
  }
  return score
}
