import { createRegistry } from '../../../platform/commands/index.ts'
import type { Job, JobHandler } from '../../../platform/jobs/index.ts'
import type { Scene, Who } from '../../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../../work/index.ts'
import {
  createReplanJobs,
  scheduleCommands,
  scheduleQueries,
  scheduleReactions,
  scheduleTopics,
} from '../index.ts'
import { REPLAN_JOB } from '../outdate-plans.ts'
import { FINDINGS_JOB } from '../write-findings.ts'

/** What is offered where projects are planned. */
export const PLANNING = {
  commands: [...workCommands, ...scheduleCommands],
  queries: [...workQueries, ...scheduleQueries],
  reactions: scheduleReactions,
  topics: scheduleTopics,
}

/** A project that begins on a Monday, of everybody with a role or of some of them. */
export async function openProject(scene: Scene, members?: readonly Who[]): Promise<string> {
  const containerId = await scene.addContainer('project', members ? { members } : {})
  await scene.sql('update container set starts_on = $2 where id = $1', [containerId, '2026-03-02'])
  return containerId
}

/** A worker that calculates plans, and remembers them. */
export type PlanWorker = ReadonlyMap<string, JobHandler>

export function startWorker(scene: Scene): PlanWorker {
  const registry = createRegistry(PLANNING.commands, PLANNING.queries, PLANNING.reactions)
  return createReplanJobs({ db: scene.database.db, registry, onCommitted: () => {} })
}

/** Calculates what waits, as a worker does, and writes what was found once it rests; how many calculations that were. */
export async function workOff(scene: Scene, worker = startWorker(scene)): Promise<number> {
  const count = await workOffKind(scene, worker, REPLAN_JOB)
  await workOffKind(scene, worker, FINDINGS_JOB)
  return count
}

/** Does what waits of one kind; how many jobs that were. */
export async function workOffKind(scene: Scene, worker: PlanWorker, kind: string): Promise<number> {
  const jobs = await scene.sql('delete from job where kind = $1 returning *', [kind])
  // The columns of the table are what a worker reads.
  for (const job of jobs as unknown as Job[]) await worker.get(kind)?.(job, new AbortController().signal)
  return jobs.length
}
