import type { ProcessJobView } from '@millrace/contract'
import type { JobRow } from './store/jobs.ts'

/** A job as everybody sees it who sees the process. */
export function presentJob(row: JobRow, now: number): ProcessJobView {
  const isHeld = row.state === 'waiting' && row.lease_owner !== null && row.due_at > now
  return {
    ...{ id: row.id, containerId: row.process_id, instanceId: row.instance_id, tokenId: row.token_id },
    ...{ elementId: row.node, kind: row.kind, topic: row.topic, state: isHeld ? 'held' : row.state },
    dueAt: row.due_at,
    leaseOwner: isHeld ? row.lease_owner : null,
    leaseUntil: isHeld ? row.due_at : null,
    ...{ failures: row.failures, retries: row.retries, fault: row.fault, createdAt: row.created_at },
  }
}
