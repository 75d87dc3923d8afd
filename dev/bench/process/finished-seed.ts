import { type Sample, samplesOf } from './bare-rows.ts'
import type { Stage } from './stage.ts'

/** What a finished instance leaves behind, and how many of the rows of each are taken along. */
const TABLES = [
  ['work_item', `t.id in (select a.item_id from process_activity a where a.instance_id = $1)`],
  ['process_instance', 't.id = $1'],
  ['process_activity', 't.instance_id = $1'],
  ['visit', 't.item_id in (select a.item_id from process_activity a where a.instance_id = $1)'],
  ['process_history', 't.instance_id = $1'],
  ['search_entry', 't.item_id in (select a.item_id from process_activity a where a.instance_id = $1)'],
  // The journal tells of each that it is finished; all it tells would be ten times as many rows.
  ['event', `t.subject_id = $1 and t.kind = 'process.finished'`],
] as const

/**
 * Finished instances like one that the product has finished, row by row in every table, without its own work: a
 * million of them in minutes.
 */
export async function seedFinished(stage: Stage, instanceId: string, count: number): Promise<void> {
  const client = await stage.owner.connect()
  try {
    // Rows are copies of rows whose references hold, and their own are made together.
    await client.query('begin; set local session_replication_role = replica; set local statement_timeout = 0')
    await client.query(
      `create temp table seed on commit drop as
       select n, uuidv7() as instance_id, uuidv7() as item_id, uuidv7() as activity_id from generate_series(1, $1::integer) n`,
      [count],
    )
    const [own] = await stage.rows<{ id: string; item_id: string }>(
      'select id, item_id from process_activity where instance_id = $1',
      [instanceId],
    )
    const ids = new Map([
      [instanceId, 's.instance_id'],
      [own?.item_id ?? '', 's.item_id'],
      [own?.id ?? '', 's.activity_id'],
    ])
    for (const [table, where] of TABLES) {
      const samples = await samplesOf(stage.owner, table, { where, values: [instanceId] })
      for (const sample of samples) await client.query(copying(table, sample, ids))
    }
    await client.query('update journal_head set seq = seq + $1', [count])
    await client.query('commit')
  } finally {
    client.release()
  }
  await stage.settle()
}

/** A row for each of the seed; ids and numbers are its own, all else is as in the sample. */
function copying(table: string, sample: Sample, ids: ReadonlyMap<string, string>) {
  const values: (string | null)[] = []
  const selected = [...sample].map(([column, { type, value }]) => {
    const id = ids.get(value ?? '')
    if (id !== undefined) return id
    if (column === 'id') return 'uuidv7()'
    if (column === 'key') return `'S-' || s.n`
    if (table === 'process_instance' && column === 'number') return 's.n + 1000'
    if (table === 'event' && column === 'seq') return '(select h.seq from journal_head h) + s.n'
    values.push(value)
    return `$${values.length}::${type}`
  })
  return {
    text: `insert into ${table} (${[...sample.keys()].join(', ')}) select ${selected.join(', ')} from seed s`,
    values,
  }
}
