import { operations } from '@millrace/contract'
import { reopenClosing } from '@millrace/core/case'
import { command, refuse } from '../../../platform/commands/index.ts'
import { setContainerState } from '../../work/index.ts'
import { demandOpen } from '../policy.ts'
import { lockItemsOfCases } from '../queries/lock-items-of-cases.ts'
import { changeEach, demanded } from './change-each.ts'

const COMMANDS = {
  suspend: 'suspendCase',
  resume: 'resumeCase',
  complete: 'completeCase',
  terminate: 'terminateCase',
  reactivate: 'reactivateCase',
} as const

/** Suspends, resumes, completes and gives up cases, and takes them up again. */
export const actOnCase = command(operations['case.actOnCase'], async (unit, inputs) => {
  // Their items may be archived: whoever changes an item locks it before its case.
  await lockItemsOfCases(
    unit,
    inputs.map(({ containerId }) => containerId),
  )
  const closed = new Set<string>()
  const plans = await changeEach(unit, inputs, {
    change: ({ set, held, speaker, index }, { containerId, act }) => {
      if (act !== 'reactivate') demandOpen(held, index)
      else if (held.info.state === 'closed') closed.add(containerId)
      if (act === 'reactivate') set.setClosing(containerId, reopenClosing(held.closing))
      demanded(set.say(containerId, { kind: COMMANDS[act] }, speaker), index)
    },
  })
  await setContainerState(unit, [...closed], 'active')
  return plans.map((plan) => (closed.has(plan.containerId) ? { ...plan, status: 'active' as const } : plan))
})

/** Changes what is known of cases. */
export const changeVariables = command(operations['case.changeVariables'], async (unit, inputs) => {
  await lockItemsOfCases(
    unit,
    inputs.map(({ containerId }) => containerId),
  )
  return await changeEach(unit, inputs, {
    change: ({ set, held, speaker, index }, { containerId, values }) => {
      demandOpen(held, index)
      demanded(set.say(containerId, { kind: 'change', values }, speaker), index)
    },
  })
})

/** Takes the latest steps of cases back. */
export const takeBack = command(operations['case.takeBack'], async (unit, inputs) => {
  const ids = inputs.map(({ containerId }) => containerId)
  await lockItemsOfCases(unit, ids)
  return await changeEach(unit, inputs, {
    prepare: async (set) => await set.recall(ids),
    change: ({ set, held, speaker, index }, { containerId, seq }) => {
      const { name } = held.info
      demandOpen(held, index)
      if (held.entries !== seq) refuse('case.not_the_latest', { name }, index)
      const begun = set.takeBack(containerId, speaker)
      if (begun !== null) refuse('case.step_begun', { key: begun }, index)
    },
  })
})
