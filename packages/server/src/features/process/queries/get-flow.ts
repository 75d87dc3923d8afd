import { operations } from '@millrace/contract'
import { query, refuse } from '../../../platform/commands/index.ts'
import { countAtElements, listVariantsOf } from './flow-of-process.ts'
import { demandProcess } from './get-process.ts'

/** What goes on at each element of a process now. */
export const countElements = query(
  operations['process.countElements'],
  async (context, { containerId: processId }) => {
    await demandProcess(context, processId)
    const { tx, organisationId } = context
    return { elements: await countAtElements(tx, { organisationId, processId }) }
  },
)

/** The ways that finished instances went. */
export const listVariants = query(operations['process.listVariants'], async (context, input) => {
  await demandProcess(context, input.containerId)
  const skip = Number(input.cursor ?? 0)
  if (!(Number.isInteger(skip) && skip >= 0 && skip < 5_000)) refuse('platform.cursor_wrong')
  const { tx, organisationId } = context
  const page = { organisationId, processId: input.containerId, skip, limit: input.limit }
  const rows = await listVariantsOf(tx, page)
  return {
    variants: rows.map(({ instances: _all, ...variant }) => variant),
    instances: rows[0]?.instances ?? 0,
    next: rows.length === input.limit ? String(skip + rows.length) : null,
  }
})
