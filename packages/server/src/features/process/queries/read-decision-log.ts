import type { DecisionLogEntry } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'

type Row = {
  readonly id: string
  readonly decision_id: string
  readonly decision_name: string
  readonly number: number
  readonly key: string
  readonly instance_id: string | null
  readonly instance_number: number | null
  readonly instance_title: string | null
  readonly node: string | null
  readonly actor: Readonly<Record<string, unknown>>
  readonly at: number
  readonly inputs: Readonly<Record<string, unknown>>
  readonly explanation: DecisionLogEntry['explanation']
  readonly fault: string | null
}

/** Which lines of the decision log are asked for. */
export type LogPage = {
  readonly processId: string
  readonly decisionId: string | null
  readonly instanceId: string | null
  /** Only what was decided before the line with this id. */
  readonly before: string | null
  readonly limit: number
}

const LINES = `
select l.id, l.decision_id, d.name as decision_name, l.number, l.key, l.instance_id, i.number as instance_number,
  i.title as instance_title, l.node, l.actor, l.at, l.inputs, l.explanation, l.fault
from process_decision_log l
join process_decision d on d.organisation_id = l.organisation_id and d.id = l.decision_id
left join process_instance i on i.organisation_id = l.organisation_id and i.id = l.instance_id`

/** Lines of the decision log of a process, the newest first. */
export async function readDecisionLog(
  tx: Tx,
  organisationId: string,
  { processId, decisionId, instanceId, before, limit }: LogPage,
): Promise<readonly DecisionLogEntry[]> {
  const rows = await tx.query<Row>({
    text: `${LINES}
where l.organisation_id = $1
  and l.process_id = $2
  and ($5::uuid is null or l.decision_id = $5)
  and ($6::uuid is null or l.instance_id = $6)
  and ($3::uuid is null or l.id < $3)
order by l.id desc
limit $4`,
    values: [organisationId, processId, before, limit, decisionId, instanceId],
  })
  return rows.map(toEntry)
}

/** Lines of the decision log by their ids. */
export async function readDecisionLogLines(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DecisionLogEntry>> {
  const rows = await tx.query<Row>({
    name: 'process_read_decision_log_lines',
    text: `${LINES}
where l.organisation_id = $1
  and l.id = any($2::uuid[])
order by l.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, toEntry(row)]))
}

function toEntry(row: Row): DecisionLogEntry {
  const { instance_id: id, instance_number: number, instance_title: title } = row
  return {
    ...{ id: row.id, decisionId: row.decision_id, decisionName: row.decision_name, number: row.number },
    ...{ key: row.key, node: row.node, actor: row.actor, at: row.at, inputs: row.inputs },
    ...{ explanation: row.explanation, fault: row.fault },
    instance: id === null || number === null ? null : { id, number, title: title ?? '' },
  }
}
