import { operations } from '@millrace/contract'
import { decodeMomentCursor, encodeMomentCursor, query } from '../../../platform/commands/index.ts'
import { readJobPage } from './find-jobs.ts'
import { demandProcess } from './get-process.ts'

/** What services are asked for on behalf of the instances of a process. */
export const listJobs = query(operations['process.listJobs'], async (context, input) => {
  await demandProcess(context, input.containerId)
  const jobs = await readJobPage(context.tx, {
    organisationId: context.organisationId,
    processId: input.containerId,
    instanceId: input.instanceId ?? null,
    state: input.state ?? null,
    now: context.now,
    after: input.cursor === undefined ? null : decodeMomentCursor(input.cursor),
    limit: input.limit,
  })
  const last = jobs.length === input.limit ? jobs.at(-1) : undefined
  return { jobs, next: last ? encodeMomentCursor({ at: last.dueAt, id: last.id }) : null }
})
