import type { RelationView } from '@millrace/contract'
import { ELAPSED_MIN, type UnitLetters, unitCalled, WORKING_MIN } from './time-units.ts'

/** What a link says besides what it connects. */
export type LinkRule = Pick<RelationView, 'linkType' | 'lag' | 'lagUnit'>

/** A predecessor as people write it: what it names, and how it is linked. */
export type WrittenLink = LinkRule & { readonly name: string }

/** The letters of a language for link types and units; the English ones are read everywhere. */
export type LinkLetters = UnitLetters & {
  readonly type: Readonly<Record<LinkRule['linkType'], string>>
}

const TYPES = ['FS', 'SS', 'FF', 'SF'] as const

/** A number, outline number or key; two letters for the type; a lag such as `+2d`, `-4h`, `+1.5ed`, `+50%`. */
const LINK =
  /^(?<name>[a-z][a-z0-9]*-\d+|\d+(?:\.\d+)*)\s*(?<type>[a-z]{2})?\s*(?:(?<sign>[+-])\s*(?<count>\d+(?:[.,]\d+)?)\s*(?<unit>%|\p{L}{0,10}))?$/iu

/**
 * Reads predecessors in the usual notation of planning programs: `3`, `3FS+2d`, `TWR-12SS; 2.1FF-50%`. Without a
 * type it is finish to start, without a unit of the lag it is days.
 *
 * @returns in their order; or the first piece that is none of this
 */
export function readLinks(
  text: string,
  letters: LinkLetters,
): { readonly links: readonly WrittenLink[] } | { readonly wrong: string } {
  const links: WrittenLink[] = []
  for (const piece of piecesOf(text)) {
    const link = readLink(piece, letters)
    if (!link) return { wrong: piece }
    links.push(link)
  }
  return { links }
}

/** Semicolons part links; commas do as well, unless one stands in a number such as `+1,5d`. */
function piecesOf(text: string): readonly string[] {
  return text
    .split(';')
    .flatMap((part) => (LINK.test(part.trim()) ? [part] : part.split(',')))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

function readLink(piece: string, letters: LinkLetters): WrittenLink | null {
  const found = LINK.exec(piece)?.groups
  if (found?.['name'] === undefined) return null
  const linkType = typeOf(found['type'] ?? 'FS', letters)
  const lag = found['sign'] === undefined ? NO_LAG : lagOf(found, letters)
  return linkType && lag ? { name: found['name'], linkType, ...lag } : null
}

const NO_LAG = { lag: 0, lagUnit: 'workingMin' } as const

function typeOf(written: string, letters: LinkLetters): LinkRule['linkType'] | undefined {
  const same = (letter: string) => letter.toLowerCase() === written.toLowerCase()
  return TYPES.find((type) => same(letters.type[type])) ?? TYPES.find(same)
}

function lagOf(
  { sign, count = '0', unit = '' }: Readonly<Record<string, string | undefined>>,
  letters: LinkLetters,
): Omit<LinkRule, 'linkType'> | null {
  const side = sign === '-' ? -1 : 1
  if (unit === '%') return { lag: side * Math.round(Number(count.replace(',', '.'))), lagUnit: 'percent' }
  const length = readLength(count + unit, letters)
  return length && { lag: side * length.minutes, lagUnit: length.isElapsed ? 'elapsedMin' : 'workingMin' }
}

/** A length of time: minutes of work, or minutes that pass, day and night. */
export type Length = { readonly minutes: number; readonly isElapsed: boolean }

/** Reads a length such as `3d`, `4 h`, `1.5w`, `3ed`; a bare number is days. Null when it is none. */
export function readLength(text: string, letters: LinkLetters): Length | null {
  const [, count = '', unit = ''] = /^(\d+(?:[.,]\d+)?)\s*(\p{L}{0,10})\.?$/u.exec(text.trim()) ?? []
  if (count === '') return null
  const known = unit === '' ? ({ unit: 'day', isElapsed: false } as const) : unitCalled(unit, letters)
  if (!known) return null
  const inMinutes = known.isElapsed ? ELAPSED_MIN : WORKING_MIN
  const minutes = Number(count.replace(',', '.')) * inMinutes[known.unit]
  return { minutes: Math.round(minutes), isElapsed: known.isElapsed }
}

/** A length as it is written: `3d`, `4h`, `90m`, `3ed`. */
export function writeLength({ minutes, isElapsed }: Length, letters: LinkLetters): string {
  return sizeOf(minutes, isElapsed ? 'elapsedMin' : 'workingMin', letters)
}

/** The rule of a link as it is written: nothing for plain finish to start, else such as `SS`, `FS+2d`, `FF-50%`. */
export function writeRule({ linkType, lag, lagUnit }: LinkRule, letters: LinkLetters): string {
  if (lag === 0) return linkType === 'FS' ? '' : letters.type[linkType]
  const sign = lag < 0 ? '-' : '+'
  return `${letters.type[linkType]}${sign}${sizeOf(Math.abs(lag), lagUnit, letters)}`
}

function sizeOf(lag: number, lagUnit: LinkRule['lagUnit'], { unit, elapsed }: LinkLetters): string {
  if (lagUnit === 'percent') return `${String(lag)}%`
  const [inMinutes, mark] = lagUnit === 'elapsedMin' ? [ELAPSED_MIN, elapsed] : [WORKING_MIN, '']
  // Tenths of a day are read with ease; what they do not meet is said in hours or minutes.
  if (lag % (inMinutes.day / 10) === 0) return `${String(lag / inMinutes.day)}${mark}${unit.day}`
  const name = lag % 60 === 0 ? 'hour' : 'minute'
  return `${String(lag / inMinutes[name])}${mark}${unit[name]}`
}
