import type { LagUnit, LinkType } from '@millrace/core/work'
import { durationMinutes, parseDuration, parsePercent } from '@millrace/formats/dates'
import { findBackEdges } from '../link-order.ts'
import type { Problem } from '../problem-list.ts'
import { USUAL_UNITS } from '../usual-units.ts'

/** A dependency between two rows of a table, by their positions. */
export type RowLink = {
  readonly from: number
  readonly to: number
  readonly linkType: LinkType
  readonly lag: number
  readonly lagUnit: LagUnit
}

/** `12FS+2d`, `TWR-4 SS`, `7FF-10%`: a key, a link type, and perhaps a lag. */
const TYPED = /^(.+?)\s*(FS|SS|FF|SF)\s*([+-].+)?$/i
const LAG_MAX = 10 * 366 * 1440

type Around = {
  readonly lines: Int32Array
  readonly find: (text: string) => number | undefined
  readonly tell: (problem: Problem) => void
}

/**
 * Reads which rows each row follows. What names nothing, comes twice or closes a circle is left out
 * and told.
 */
export function linkRows(texts: ReadonlyMap<number, string>, around: Around): readonly RowLink[] {
  const links: RowLink[] = []
  const seen = new Set<string>()
  for (const [to, text] of texts) {
    for (const token of tokensOf(text, around)) {
      const link = readLink(token, to, around)
      if (!link) continue
      const key = `${link.from} ${to} ${link.linkType}`
      if (!seen.has(key)) links.push(link)
      else
        tellLink(around, {
          code: 'import.relation_twice',
          row: to,
          params: { from: nameOf(link.from, around) },
        })
      seen.add(key)
    }
  }
  return withoutCircles(links, around)
}

/** A key may hold a comma; only when the whole text is no key is it a list. */
function tokensOf(text: string, { find }: Around): readonly string[] {
  if (find(text) !== undefined) return [text]
  return text
    .split(/[,;\n]/)
    .map((token) => token.trim())
    .filter((token) => token !== '')
}

function readLink(token: string, to: number, around: Around): RowLink | null {
  const { key, linkType, lag: lagText } = partsOf(token, around)
  const from = around.find(key)
  if (from === undefined || from === to) {
    const params = { key: key.slice(0, 80) }
    tellLink(around, { code: 'import.predecessor_unknown', row: to, params })
    return null
  }
  const lag = readLag(lagText)
  if (lag) return { from, to, linkType, ...lag }
  const params = { text: token.slice(0, 80) }
  tellLink(around, { code: 'import.predecessor_unreadable', row: to, params })
  return null
}

/** A key that looks as if it ended in a type is still a key. */
function partsOf(
  token: string,
  { find }: Around,
): { readonly key: string; readonly linkType: LinkType; readonly lag: string } {
  const [, key, type, lag = ''] = (find(token) === undefined ? TYPED.exec(token) : null) ?? []
  if (key === undefined || type === undefined) return { key: token, linkType: 'FS', lag: '' }
  // The pattern lets only the four types pass.
  return { key: key.trim(), linkType: type.toUpperCase() as LinkType, lag }
}

function readLag(text: string): Pick<RowLink, 'lag' | 'lagUnit'> | null {
  const written = text.replace(/^\+/, '').trim()
  if (written === '') return { lag: 0, lagUnit: 'workingMin' }
  if (written.endsWith('%')) {
    const percent = parsePercent(written)
    return percent.ok && Math.abs(percent.value) <= LAG_MAX
      ? { lag: Math.round(percent.value), lagUnit: 'percent' }
      : null
  }
  const length = parseDuration(written, { defaultUnit: 'day' })
  if (!length.ok) return null
  const lag = Math.round(durationMinutes(length.value, USUAL_UNITS))
  if (Math.abs(lag) > LAG_MAX) return null
  return { lag, lagUnit: length.value.elapsed ? 'elapsedMin' : 'workingMin' }
}

function withoutCircles(links: readonly RowLink[], around: Around): readonly RowLink[] {
  const back = findBackEdges(around.lines.length, links)
  for (const [index, path] of back) {
    const link = links[index]
    if (!link) continue
    const params = {
      from: nameOf(link.from, around),
      path: path.map((row) => nameOf(row, around)).join(', '),
    }
    tellLink(around, { code: 'import.relation_cycle', row: link.to, params, severity: 'error' })
  }
  return links.filter((_link, index) => !back.has(index))
}

function nameOf(row: number, { lines }: Around): string {
  return `line ${lines[row] ?? 0}`
}

function tellLink(
  { lines, tell }: Around,
  about: {
    readonly code: string
    readonly row: number
    readonly params: Problem['params']
    readonly severity?: 'error'
  },
): void {
  const { code, row, params, severity = 'warning' } = about
  tell({ code, severity, line: lines[row] ?? null, params })
}
