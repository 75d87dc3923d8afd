import type { Stage } from './stage.ts'

/** Rows added, changed and deleted, by table. */
export type Changes = ReadonlyMap<string, string>

/** What some work changes in the database, as its own statistics count it. */
export async function changesOf(stage: Stage, work: () => Promise<unknown>): Promise<Changes> {
  await stage.flushCounts()
  const before = await countsOf(stage)
  await work()
  await stage.flushCounts()
  const after = await countsOf(stage)
  const changes = [...after].flatMap(([table, counts]): [string, string][] => {
    const more = counts.map((count, place) => count - (before.get(table)?.[place] ?? 0))
    return more.some((count) => count !== 0) ? [[table, more.map((count) => String(count)).join(' / ')]] : []
  })
  return new Map(changes)
}

async function countsOf(stage: Stage): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await stage.rows<{ table: string; added: number; changed: number; deleted: number }>(
    `select relname as table, n_tup_ins as added, n_tup_upd as changed, n_tup_del as deleted
     from pg_stat_user_tables order by relname`,
  )
  return new Map(rows.map(({ table, added, changed, deleted }) => [table, [added, changed, deleted]]))
}

/**
 * Bare SQL that writes other rows is no yardstick.
 *
 * @param but tables whose rows belong to what is around a step
 */
export function demandSame(ours: Changes, bare: Changes, but: readonly string[] = []): void {
  const differing = [...new Set([...ours.keys(), ...bare.keys()])]
    .filter((table) => !but.includes(table) && ours.get(table) !== bare.get(table))
    .map((table) => `${table}: ${ours.get(table) ?? 'nothing'} against ${bare.get(table) ?? 'nothing'}`)
  if (differing.length > 0) throw new Error(`bare SQL writes other rows: ${differing.join('; ')}`)
  console.log(`\nRows of one step, added / changed / deleted: ${shownChanges(ours, but)}`)
}

function shownChanges(changes: Changes, but: readonly string[]): string {
  return [...changes]
    .filter(([table]) => !but.includes(table))
    .map(([table, counts]) => `${table} ${counts}`)
    .join(', ')
}
