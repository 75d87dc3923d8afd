import { operations } from '@millrace/contract'
import { acceptOutcome, checkClosing, noticeOutcome } from '@millrace/core/case'
import { accepted, command, refuse } from '../../../platform/commands/index.ts'
import { setContainerState } from '../../work/index.ts'
import { endCase } from '../end-case.ts'
import { endingOf } from '../held-case.ts'
import { demandOpen } from '../policy.ts'
import { findUnknown } from '../queries/find-unknown.ts'
import { lockItemsOfCases } from '../queries/lock-items-of-cases.ts'
import { changeEach, demanded } from './change-each.ts'

/** Says what closing cases asks for. */
export const setClosing = command(operations['case.setClosing'], async (unit, inputs) => {
  const people = inputs.flatMap(({ patch }) => patch.requesterId ?? [])
  const unknown = await findUnknown(unit.tx, unit.organisationId, { people, teams: [] })
  return await changeEach(unit, inputs, {
    change: ({ set, held, index }, { containerId, patch }) => {
      demandOpen(held, index)
      if (unknown.has(patch.requesterId ?? '')) refuse('case.reference_unknown', { what: 'person' }, index)
      const { closing } = set.begun(containerId)
      set.setClosing(containerId, {
        ...closing,
        needsAcceptance: patch.needsAcceptance ?? closing.needsAcceptance,
        needsNotice: patch.needsNotice ?? closing.needsNotice,
        requesterId: patch.requesterId === undefined ? closing.requesterId : patch.requesterId,
      })
    },
  })
})

/** Accepts the outcomes of cases. */
export const acceptCaseOutcome = command(operations['case.acceptOutcome'], (unit, inputs) =>
  changeEach(unit, inputs, {
    permission: 'item.comment',
    change: ({ set, held, index }, { containerId, note }) => {
      demandOpen(held, index)
      const by = unit.principal.personId
      const input = { by, note, now: unit.now }
      set.setClosing(containerId, accepted(acceptOutcome(held.closing, input, endingOf(held)), index))
    },
  }),
)

/** Records that those concerned were told of the outcomes of cases. */
export const giveCaseNotice = command(operations['case.giveNotice'], (unit, inputs) =>
  changeEach(unit, inputs, {
    change: ({ set, held, index }, { containerId, to, way, at }) => {
      demandOpen(held, index)
      const by = unit.principal.personId
      const input = { by, to, way, at: at ?? unit.now, now: unit.now }
      set.setClosing(containerId, accepted(noticeOutcome(held.closing, input, endingOf(held)), index))
    },
  }),
)

/** Closes cases: what is left open in their plans without having to be done is given up. */
export const closeCase = command(operations['case.closeCase'], async (unit, inputs) => {
  const ids = inputs.map(({ containerId }) => containerId)
  await lockItemsOfCases(unit, ids)
  const plans = await changeEach(unit, inputs, {
    change: ({ set, held, speaker, index }, { containerId }) => {
      demandOpen(held, index)
      accepted(checkClosing(held.closing, endingOf(held)), index)
      demanded(endCase(set, containerId, speaker), index)
    },
  })
  await setContainerState(unit, ids, 'closed')
  return plans.map((plan) => ({ ...plan, status: 'closed' as const }))
})
