import type { Length, LinkLetters } from '../link-notation.ts'
import { ELAPSED_MIN, unitCalled, WORKING_MIN } from '../time-units.ts'

/** How numbers and lengths of time are written in the person’s language; English ones are read everywhere. */
export type AmountWords = { readonly letters: LinkLetters; readonly decimal: '.' | ',' }

/** Reads a number that is not negative, with the marks of the language or without any; null when it is none. */
export function readNumber(text: string, decimal: '.' | ','): number | null {
  const typed = text.trim().replaceAll(/[\s\u{a0}\u{202f}']/gu, '')
  const group = decimal === '.' ? ',' : '.'
  const isGrouped = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+(?:\\${decimal}\\d+)?$`).test(typed)
  const plain = (isGrouped ? typed.replaceAll(group, '') : typed).replace(',', '.')
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** Reads a length such as `3d`, `2 wks`, `1,5 Tage`, `3ed`, `5 days?`; a bare number is days. Null when it is none. */
export function readDuration(text: string, words: AmountWords): Length | null {
  const [, count = '', unit = ''] = /^([\d.,\s\u{a0}']+?)\s*(\p{L}*)\.?\s*\??$/u.exec(text.trim()) ?? []
  const number = readNumber(count, words.decimal)
  const known = unit === '' ? ({ unit: 'day', isElapsed: false } as const) : unitCalled(unit, words.letters)
  if (number === null || !known) return null
  const minutes = Math.round(number * (known.isElapsed ? ELAPSED_MIN : WORKING_MIN)[known.unit])
  return { minutes, isElapsed: known.isElapsed }
}

/** Reads an amount of work such as `16h`, `2d 4h`, `1.200 Std.`; a bare number is hours. Null when it is none. */
export function readWork(text: string, words: AmountWords): number | null {
  const typed = text.trim()
  const bare = readNumber(typed, words.decimal)
  if (bare !== null) return Math.round(bare * 60)
  const pieces = typed.match(/[\d.,']+(?:\s[\d.,']+)*\s*\p{L}+\.?/gu) ?? []
  if (pieces.length === 0 || pieces.join('').replaceAll(/\s/g, '') !== typed.replaceAll(/\s/g, ''))
    return null
  let minutes = 0
  for (const piece of pieces) {
    const length = readDuration(piece, words)
    if (!length || length.isElapsed) return null
    minutes += length.minutes
  }
  return minutes
}

/** An amount of work as it is written in a cell: `16h`, `12.5h`, `50m`. */
export function writeWork(minutes: number, { letters, decimal }: AmountWords): string {
  // Tenths of an hour are read with ease; what they do not meet is said in minutes.
  if (minutes % 6 !== 0) return `${String(minutes)}${letters.unit.minute}`
  return `${String(minutes / 60).replace('.', decimal)}${letters.unit.hour}`
}

/** A whole number from 0 to 100, with or without its sign; null when it is none. */
export function readPercent(text: string, decimal: '.' | ','): number | null {
  const share = text.trim() === '' ? 0 : readNumber(text.replace(/\s*%\s*$/, ''), decimal)
  return share === null || share > 100 || !Number.isInteger(share) ? null : share
}
