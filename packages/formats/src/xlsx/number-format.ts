import { ok, type Result } from '@millrace/core/kernel'
import { readXml } from './read-workbook.ts'

/** What the numbers of a cell are. */
export type NumberKind = 'number' | 'day' | 'moment' | 'clock' | 'elapsed'

/** Formats that every program knows by number (ECMA-376-1 §18.8.30), those of East Asia among them. */
const BUILT_IN: readonly (readonly [from: number, to: number, kind: NumberKind])[] = [
  [14, 17, 'day'],
  [18, 21, 'clock'],
  [22, 22, 'moment'],
  [27, 31, 'day'],
  [32, 35, 'clock'],
  [36, 36, 'day'],
  [45, 45, 'clock'],
  [46, 46, 'elapsed'],
  [47, 47, 'clock'],
  [50, 58, 'day'],
]

/** What the numbers of each cell style are, by the index that cells name. */
export function readNumberKinds(styles: Uint8Array): Result<readonly NumberKind[]> {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let isWithin = false
  const read = readXml(styles, (name, attributes) => {
    if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
    // `xf` stands under two parents; the cells mean those of `cellXfs`.
    if (PARENTS.has(name)) isWithin = name === 'cellXfs'
    if (name !== 'xf' || !isWithin) return
    const id = Number(attributes['numFmtId'] ?? 0)
    const code = codes.get(id)
    kinds.push(code === undefined ? builtIn(id) : numberKind(code))
  })
  return read.ok ? ok(kinds) : read
}

const PARENTS = new Set(['cellXfs', 'cellStyleXfs', 'cellStyles', 'dxfs'])

function builtIn(id: number): NumberKind {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number'
}

/**
 * What a format code makes of numbers: only the letters of days and times count, outside of quotes,
 * brackets and escapes.
 *
 * @see ECMA-376-1 §18.8.31
 */
export function numberKind(code: string): NumberKind {
  const [positive = ''] = code.slice(0, 1_000).split(';', 1)
  const isElapsed = /\[(?:h+|m+|s+)\]/i.test(positive)
  if (isElapsed) return 'elapsed'
  const letters = positive
    .replace(/"[^"]*"?/g, '')
    .replace(/\\.|[_*]./g, '')
    .replace(/\[[^\]]*\]?/g, '')
    .replace(/general|e[+-]/gi, '')
    .toLowerCase()
  const hasClock = /[hs]|am\/pm|a\/p/.test(letters)
  const hasDay = /[yd]/.test(letters) || (/m/.test(letters) && !hasClock)
  if (hasDay) return hasClock ? 'moment' : 'day'
  return hasClock ? 'clock' : 'number'
}
