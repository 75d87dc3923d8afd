import { operations } from '@millrace/contract'
import { demand, type QueryContext, query, refuse } from '../../../platform/commands/index.ts'
import { presentModel } from '../present.ts'
import { countInstances, readInstancePage } from './find-instances.ts'
import { findCurrentModels } from './find-models.ts'
import { readStepsOf } from './find-steps.ts'
import { isProcess } from './is-process.ts'
import { numberCursor } from './number-cursor.ts'

/** @throws Refused when there is no such process that the person sees */
export async function demandProcess(context: QueryContext, containerId: string): Promise<void> {
  const { tx, organisationId, principal } = context
  demand(principal.access, { permission: 'container.read', containerIds: [containerId], what: 'process' })
  if (!(await isProcess(tx, organisationId, containerId))) refuse('platform.not_found', { what: 'process' })
}

/** The steps of a process with what is open in each, and its model as it stands. */
export const getProcess = query(operations['process.getProcess'], async (context, { containerId }) => {
  await demandProcess(context, containerId)
  const { tx, organisationId } = context
  const [steps, counts, models] = await Promise.all([
    readStepsOf(tx, organisationId, containerId),
    countInstances(tx, organisationId, containerId),
    findCurrentModels(tx, organisationId, [containerId]),
  ])
  const model = (state: 'published' | 'draft') => models.find((one) => one.state === state)
  const [published, draft] = [model('published'), model('draft')]
  return {
    steps,
    counts,
    model: published ? presentModel(published) : null,
    draft: draft ? presentModel(draft) : null,
  }
})

/** Instances of a process, the last started first. */
export const listInstances = query(operations['process.listInstances'], async (context, input) => {
  const { containerId, stepId = null, itemId = null, cursor, limit, ...filter } = input
  await demandProcess(context, containerId)
  const below = numberCursor(cursor)
  const instances = await readInstancePage(context.tx, {
    ...{ organisationId: context.organisationId, processId: containerId, filter, now: context.now },
    ...{ stepId, itemId, below, limit },
  })
  const last = instances.length === limit ? instances.at(-1) : undefined
  return { instances, next: last ? String(last.number) : null }
})
