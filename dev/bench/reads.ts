import { Client } from 'pg'
import type { BenchClient } from './client.ts'
import { load, type Measured, WARM_UP_CALLS } from './load.ts'
import type { CpuTime } from './process-cpu.ts'

/** A list as people ask for it: filtered, sorted, a hundred rows. */
const QUERY = 'open and priority >= high and due < 2026-09-01 order by due asc, priority desc'

/** The same rows by bare SQL: what the database alone takes, with its answer read by the same driver. */
const BARE_SQL = `
select w.*
from work_item w
where w.organisation_id = $1
  and w.archived_at is null
  and w.state_group <> 'done'
  and w.priority >= 3
  and w.due_on < '2026-09-01'
order by w.due_on, w.priority desc, w.rank, w.id
limit 100`

export type Pair = {
  readonly name: string
  readonly clients: number
  readonly ours: Measured
  readonly bare: Measured
}

/** A list of 100 out of everything, against bare SQL. */
export async function benchList(
  client: BenchClient,
  at: { readonly databaseUrl: string; readonly cpu: () => CpuTime; readonly calls: number },
): Promise<readonly Pair[]> {
  const path = `/items?limit=100&query=${encodeURIComponent(QUERY)}`
  const pairs: Pair[] = []
  for (const clients of [1, 8]) {
    await load({ clients, calls: WARM_UP_CALLS, cpu: at.cpu }, () => client.get(path))
    const ours = await load({ clients, calls: at.calls, cpu: at.cpu }, () => client.get(path))
    const bare = await bareSql(at, { clients, values: [client.organisationId], sql: BARE_SQL })
    pairs.push({ name: 'list of 100 out of 100,000 by filter and sort', clients, ours, bare })
  }
  return pairs
}

async function bareSql(
  at: { readonly databaseUrl: string; readonly cpu: () => CpuTime; readonly calls: number },
  statement: { readonly clients: number; readonly sql: string; readonly values: readonly unknown[] },
): Promise<Measured> {
  const connections = await Promise.all(
    Array.from({ length: statement.clients }, async () => {
      const connection = new Client({ connectionString: at.databaseUrl })
      await connection.connect()
      return connection
    }),
  )
  const free = [...connections]
  const measured = await load({ clients: statement.clients, calls: at.calls, cpu: at.cpu }, async () => {
    const connection = free.pop()
    if (!connection) throw new Error('one connection a client')
    await connection.query({ name: 'bare', text: statement.sql, values: [...statement.values] })
    free.push(connection)
  })
  await Promise.all(connections.map((connection) => connection.end()))
  return measured
}
