import { err, ok, type Refusal, type Result } from '@millrace/core/kernel'

/** The sign between whole and fraction: `1.5` or `1,5`. */
export type DecimalMark = '.' | ','

/** What the numbers of one column say about their decimal mark. */
export type DecimalMarkFinding =
  | { readonly kind: 'decided'; readonly mark: DecimalMark; readonly evidence: number }
  /** Only numbers like `1.234`, which may mean either; `mark` takes them as thousands. */
  | { readonly kind: 'assumed'; readonly mark: DecimalMark; readonly ambiguous: number }
  | { readonly kind: 'mixed'; readonly point: readonly number[]; readonly comma: readonly number[] }
  /** Whole numbers without marks. */
  | { readonly kind: 'none' }

const LONGEST_NUMBER = 64
const KEPT_INDICES = 100
/** Blanks that group digits: space, no-break space, thin, narrow no-break; and the Swiss apostrophes. */
const GROUP_BLANKS = /(?<=\d)[ \u00a0\u2009\u202f'’](?=\d{3})/g
/** Thousands in threes, or lakh and crore in twos before the last three. */
const GROUPS = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$|^\d{1,2}(?:,\d{2})+,\d{3}$/

type Digits = { readonly negative: boolean; readonly body: string }

/**
 * Reads a number as written in a table: `1,234.56`, `1.234,56`, `1 234,56`, `1'234.56`, `-5`,
 * `−5`, `5-`, `(1,234)`.
 *
 * @param mark the column's decimal mark; without it a number like `1.234` is refused
 * @returns refusals: `numbers.unreadable`, `numbers.mark_unknown`
 */
export function parseNumber(text: string, mark?: DecimalMark): Result<number> {
  const decimal = parseDecimal(text, mark)
  if (!decimal.ok) return decimal
  return ok(Number(decimal.value))
}

/**
 * The same, as a plain decimal text (`-1234.56`) for exact work such as money.
 *
 * @returns refusals as `parseNumber`
 */
export function parseDecimal(text: string, mark?: DecimalMark): Result<string> {
  const digits = readSign(text)
  if (digits === undefined) return refuse('numbers.unreadable', text)
  const decided = mark ?? markOf(digits.body)
  if (decided === 'unknown') return refuse('numbers.mark_unknown', text)
  const plain = dropGroups(digits.body, decided)
  if (plain === undefined) return refuse('numbers.unreadable', text)
  return ok(digits.negative && /[1-9]/.test(plain) ? `-${plain}` : plain)
}

/** Reads `45 %` or `45` as 45. Refusals as `parseNumber`. */
export function parsePercent(text: string, mark?: DecimalMark): Result<number> {
  return parseNumber(text.trim().replace(/\s*%$/, ''), mark)
}

/**
 * Decides the decimal mark of a whole column, from numbers that can be read one way only.
 * When there are none but numbers such as `1.234`, the other mark is assumed: three digits after
 * a single mark are thousands more often than thousandths.
 */
export function inferDecimalMark(samples: Iterable<string>): DecimalMarkFinding {
  const { point, comma, groupedByPoint, groupedByComma } = tallyMarks(samples)
  if (point.length > 0 && comma.length > 0) {
    return { kind: 'mixed', point: point.slice(0, KEPT_INDICES), comma: comma.slice(0, KEPT_INDICES) }
  }
  if (point.length > 0) return { kind: 'decided', mark: '.', evidence: point.length }
  if (comma.length > 0) return { kind: 'decided', mark: ',', evidence: comma.length }
  if (groupedByPoint + groupedByComma === 0) return { kind: 'none' }
  const mark = groupedByPoint > groupedByComma ? ',' : '.'
  return { kind: 'assumed', mark, ambiguous: groupedByPoint + groupedByComma }
}

/** Which samples show which mark, and how many group by one without showing the other. */
function tallyMarks(samples: Iterable<string>): {
  readonly point: readonly number[]
  readonly comma: readonly number[]
  readonly groupedByPoint: number
  readonly groupedByComma: number
} {
  const point: number[] = []
  const comma: number[] = []
  let groupedByPoint = 0
  let groupedByComma = 0
  let index = -1
  for (const sample of samples) {
    index += 1
    const body = readSign(sample.replace(/\s*%$/, ''))?.body ?? ''
    const mark = /[.,]/.test(body) ? markOf(body) : undefined
    if (mark === '.') point.push(index)
    else if (mark === ',') comma.push(index)
    else if (mark === 'unknown' && body.includes('.')) groupedByPoint += 1
    else if (mark === 'unknown') groupedByComma += 1
  }
  return { point, comma, groupedByPoint, groupedByComma }
}

function refuse(code: string, text: string): { readonly ok: false; readonly refusal: Refusal } {
  return err({ code, params: { text: text.slice(0, LONGEST_NUMBER) } })
}

/** Splits off the sign and blanks; `undefined` when the rest is not digits and marks. */
function readSign(text: string): Digits | undefined {
  if (text.length > LONGEST_NUMBER) return undefined
  const written = text.trim()
  const bracketed = /^\((.+)\)$/.exec(written)
  const signed = /^([-+−]?)\s?(.*?)(-?)$/s.exec(bracketed?.[1] ?? written)
  if (signed === null) return undefined
  const body = (signed[2] ?? '').replace(GROUP_BLANKS, '')
  if (!/^[.,]?\d[\d.,]*$/.test(body)) return undefined
  const negative = bracketed !== null || signed[3] === '-' || signed[1] === '-' || signed[1] === '−'
  return { negative, body }
}

/** The decimal mark a number can only have; `'unknown'` for `1.234` and `1,234`. */
function markOf(body: string): DecimalMark | 'unknown' {
  const point = body.lastIndexOf('.')
  const comma = body.lastIndexOf(',')
  if (point < 0 && comma < 0) return '.'
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ','
  const [mark, other]: readonly DecimalMark[] = point >= 0 ? ['.', ','] : [',', '.']
  const at = Math.max(point, comma)
  // A mark that occurs twice can only group; one before exactly three digits may do either.
  if (body.indexOf(mark ?? '.') !== at) return other ?? '.'
  return /^[1-9]\d{0,2}.\d{3}$/.test(body) ? 'unknown' : (mark ?? '.')
}

function dropGroups(body: string, mark: DecimalMark): string | undefined {
  const at = body.lastIndexOf(mark)
  const whole = at < 0 ? body : body.slice(0, at)
  const fraction = at < 0 ? '' : body.slice(at + 1)
  const isGrouped = GROUPS.test(whole) && !whole.includes(mark)
  if (!/^\d*$/.test(whole) && !isGrouped) return undefined
  if (!/^\d*$/.test(fraction) || whole + fraction === '') return undefined
  const digits = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '') || '0'
  return fraction === '' ? digits : `${digits}.${fraction}`
}
