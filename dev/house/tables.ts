import type { House } from './house.ts'
import { placeOf } from './place.ts'
import type { Source, Tree } from './source.ts'
import { createdTables, findSql, type Sql, tablesOf } from './sql.ts'
import type { Violation } from './violation.ts'

const PLATFORM = 'packages/server/src/platform/'
const MIGRATIONS = `${PLATFORM}db/migrations/`

/**
 * Who may write and read which table. A table belongs to the room in the name of the migration that
 * creates it: `0007_work_items.sql` gives its tables to `work`, `0002_journal_events.sql` to the platform.
 */
export function checkTables(house: House, tree: Tree, sources: readonly Source[]): Violation[] {
  const migrations = [...tree.keys()].filter((file) => file.startsWith(MIGRATIONS) && file.endsWith('.sql'))
  const owners = new Map(
    migrations.flatMap((file) => {
      const owner = features(house).has(roomOf(file)) ? roomOf(file) : 'platform'
      return createdTables(tree.get(file) ?? '').map(({ name }) => [name, owner] as const)
    }),
  )
  return [
    ...checkMigrationNames(house, tree, migrations),
    ...sources
      .filter((source) => !source.isTest && placeOf(house, source.path).floor === 'server')
      .flatMap((source) => findSql(source).flatMap((sql) => judge(house, { owners, source, sql }))),
  ]
}

function features(house: House): ReadonlySet<string> {
  return new Set([...Object.keys(house.rooms.core), ...Object.keys(house.rooms.server)])
}

function numberOf(migration: string): string {
  return migration.slice(MIGRATIONS.length, MIGRATIONS.length + 4)
}

/** The room in a migration's name: `work` of `0007_work_items.sql`. */
function roomOf(migration: string): string {
  return /^\d{4}_([a-z]+)_[a-z0-9_]+\.sql$/.exec(migration.slice(MIGRATIONS.length))?.[1] ?? ''
}

function checkMigrationNames(house: House, tree: Tree, migrations: readonly string[]): Violation[] {
  const byNumber = Map.groupBy(migrations, numberOf)
  const rooms = features(house)
  const files = [...tree.keys()]
  const isPart = (room: string) =>
    files.some((file) => file.startsWith(`${PLATFORM}${room}/`) || file === `${PLATFORM}${room}.ts`)
  return migrations.flatMap((file) => {
    const room = roomOf(file)
    const problems: string[] = []
    if ((byNumber.get(numberOf(file)) ?? []).length > 1)
      problems.push(`number ${numberOf(file)} is used twice`)
    if (!rooms.has(room) && room !== 'platform' && !isPart(room)) {
      problems.push(`'${room}' is no feature and no part of the platform`)
    }
    return problems.map((detail) => ({ rule: 'migration-name', file, line: 1, detail }))
  })
}

type Case = { readonly owners: ReadonlyMap<string, string>; readonly source: Source; readonly sql: Sql }

function judge(house: House, { owners, source, sql }: Case): Violation[] {
  const { part, room } = placeOf(house, source.path)
  const inside = part === 'platform' ? 'platform' : sqlPlace(source.path)
  const self = part === 'platform' ? 'platform' : room
  const bark = (rule: string, detail: string) => ({ rule, file: source.path, line: sql.line, detail })
  if (inside === undefined) return [bark('sql-place', sql.text.slice(0, 70))]
  const { written, read } = tablesOf(sql.text)
  const foreign = (table: string) => owners.has(table) && owners.get(table) !== self
  const wrote = written.filter((table) => foreign(table) || (inside === 'queries' && owners.has(table)))
  const looked =
    inside === 'queries' ? [] : read.filter((table) => foreign(table) && !written.includes(table))
  return [
    ...wrote.map((table) => bark('table-write', `writes ${table}, which belongs to ${owners.get(table)}`)),
    ...looked.map((table) => bark('table-read', `reads ${table}, which belongs to ${owners.get(table)}`)),
  ]
}

/** The part of a feature that may hold SQL, if the file lies in one. */
function sqlPlace(path: string): 'store' | 'queries' | undefined {
  if (/\/features\/[^/]+\/queries\//.test(path)) return 'queries'
  if (/\/features\/[^/]+\/store(?:\.ts$|\/)/.test(path)) return 'store'
  return undefined
}
