import { lineAt, type Source, walk } from './source.ts'

/** An SQL statement found in a string. Placeholders and interpolations read as `$`. */
export type Sql = { readonly text: string; readonly line: number }

/** The tables a statement writes and reads, without its own common table expressions. */
export type Touched = { readonly written: readonly string[]; readonly read: readonly string[] }

const STATEMENT = new RegExp(
  [
    String.raw`^(?:\s|--[^\n]*\n)*(?:`,
    String.raw`with\s+(?:recursive\s+)?\w+\s*(?:\([^)]*\)\s*)?as\b`,
    String.raw`|select\s(?:[\s\S]*\s)?from\s`,
    String.raw`|insert\s+into\s`,
    String.raw`|update\s+\w+(?:\s+(?:as\s+)?\w+)?\s+set\s`,
    String.raw`|delete\s+from\s`,
    String.raw`|truncate\s+\w+`,
    String.raw`|copy\s+[\s\S]*\b(?:stdin|stdout)\b`,
    String.raw`)`,
  ].join(''),
  'i',
)
const WRITTEN =
  /\b(?:insert into|update(?: only)?|delete from(?: only)?|truncate(?: table)?|merge into) (\w+)/gi
const READ = /\b(?:from|join)(?: only)? (\w+)/gi
const COMMON_TABLE = /(?:\bwith(?: recursive)?|,) (\w+)(?: ?\([^)]*\))? as (?:(?:not )?materialized )?\(/gi

/** Whether a text is an SQL statement, not a part of one. */
export function isSql(text: string): boolean {
  return STATEMENT.test(text)
}

/** Every SQL statement written as a string or a template in the file. */
export function findSql(source: Source): Sql[] {
  const found: Sql[] = []
  const consider = (text: string, start: number) => {
    if (isSql(text)) found.push({ text: normalise(text), line: lineAt(source, start) })
  }
  walk(source, {
    Literal: ({ value, start }) => {
      if (typeof value === 'string') consider(value, start)
    },
    TemplateLiteral: ({ quasis, start }) => consider(quasis.map(({ value }) => value.raw).join('$'), start),
  })
  return found
}

/** A table as a migration creates it: its columns and keys, each as written. */
export type Table = { readonly name: string; readonly parts: readonly string[] }

/** The tables a migration creates, without partitions of others. */
export function createdTables(text: string): Table[] {
  const sql = normalise(text)
  const created = /\bcreate (?:unlogged )?table (?:if not exists )?(\w+) ?\(/gi
  return [...sql.matchAll(created)].map((match) => ({
    name: match[1] ?? '',
    parts: splitParts(sql.slice(match.index + match[0].length)),
  }))
}

/** The parts between commas up to the closing bracket; brackets inside belong to their part. */
function splitParts(sql: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < sql.length && depth >= 0; i++) {
    if (sql[i] === '(') depth++
    if (sql[i] === ')') depth--
    if (depth > 0 || (depth === 0 && sql[i] !== ',')) continue
    parts.push(sql.slice(start, i).trim())
    start = i + 1
  }
  return parts
}

/** The tables of one statement. Names are what stands after the keyword, so functions may be among them. */
export function tablesOf(sql: string): Touched {
  const own = new Set(namesIn(sql, COMMON_TABLE))
  const isTable = (name: string) => !own.has(name)
  return { written: namesIn(sql, WRITTEN).filter(isTable), read: namesIn(sql, READ).filter(isTable) }
}

function namesIn(sql: string, pattern: RegExp): string[] {
  return [...new Set([...sql.matchAll(pattern)].map(([, name = '']) => name.toLowerCase()))]
}

/** Without comments and quotes around names, and with single spaces. */
function normalise(text: string): string {
  return text
    .replace(/--[^\n]*/g, ' ')
    .replace(/"(\w+)"/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
