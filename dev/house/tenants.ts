import type { House } from './house.ts'
import { placeOf } from './place.ts'
import type { Source, Tree } from './source.ts'
import { createdTables, findSql, type Table, tablesOf } from './sql.ts'
import type { Violation } from './violation.ts'

const MIGRATIONS = /^packages\/server\/src\/platform\/db\/migrations\/.*\.sql$/

/**
 * The organisation comes first in every key of a table and stands in every statement that touches it,
 * so that a row of another organisation is out of reach and tables can be spread over machines.
 */
export function checkTenants(house: House, tree: Tree, sources: readonly Source[]): Violation[] {
  const created = [...tree].flatMap(([file, text]) =>
    MIGRATIONS.test(file) ? createdTables(text).map((table) => ({ file, table })) : [],
  )
  const shared = new Set(Object.keys(house.sharedTables))
  const tenants = new Set(created.map(({ table }) => table.name).filter((name) => !shared.has(name)))
  return [
    ...created
      .filter(({ table }) => tenants.has(table.name))
      .flatMap(({ file, table }) => judgeTable(table).map((detail) => bark('tenant-key', file, detail))),
    ...sources
      .filter((source) => !source.isTest && placeOf(house, source.path).floor === 'server')
      .flatMap((source) => judgeStatements(source, tenants)),
  ]
}

function bark(rule: string, file: string, detail: string): Violation {
  return { rule, file, line: 1, detail }
}

function judgeTable({ name, parts }: Table): string[] {
  if (!parts.some((part) => part.startsWith('organisation_id '))) return [`${name} has no organisation_id`]
  return parts.flatMap((part) => {
    const key = /^(?:constraint \w+ )?(primary key|unique|foreign key|exclude using \w+) ?\( ?(\w+)/.exec(
      part,
    )
    if (key !== null) {
      return key[2] === 'organisation_id' ? [] : [`${name}: ${key[1]} does not begin with organisation_id`]
    }
    const column = /^(\w+) .*\b(primary key|unique|references)\b/.exec(part)
    if (column === null || column[1] === 'organisation_id') return []
    return [`${name}: ${column[2]} on ${column[1]} alone`]
  })
}

/** A condition put together elsewhere (`where $`) is taken on trust: it cannot be read here. */
function judgeStatements(source: Source, tenants: ReadonlySet<string>): Violation[] {
  return findSql(source).flatMap(({ text, line }) => {
    const { written, read } = tablesOf(text)
    const touched = [...written, ...read].find((table) => tenants.has(table))
    if (touched === undefined || /\borganisation_id\b|\bwhere \$(?!\d)/.test(text)) return []
    const detail = `touches ${touched} without organisation_id`
    return [{ rule: 'sql-organisation', file: source.path, line, detail }]
  })
}
