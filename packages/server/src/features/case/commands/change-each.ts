import type { CasePlanView } from '@millrace/contract'
import type { CaseSpeaker } from '@millrace/core/case'
import type { Refusal } from '@millrace/core/kernel'
import { checkVersion, Refused, refuse, type Unit } from '../../../platform/commands/index.ts'
import { CaseSet } from '../case-set.ts'
import type { HeldCase } from '../held-case.ts'
import { caseFor, rolesOf } from '../policy.ts'
import { presentPlan } from '../present-plan.ts'
import { findLoose } from '../queries/find-loose.ts'
import { findTeamNames } from '../queries/find-roles.ts'

/** One change of a case, as it is asked for. */
type Asked = { readonly containerId: string; readonly version?: number | undefined }

/** What a change needs: the cases of the batch, who speaks, and which call it is. */
export type Turn = {
  readonly unit: Unit
  readonly set: CaseSet
  readonly held: HeldCase
  readonly speaker: CaseSpeaker
  readonly index: number
}

/** Changes the cases of a batch one after the other, writes them, and answers with their plans. */
export async function changeEach<Input extends Asked>(
  unit: Unit,
  inputs: readonly Input[],
  how: {
    readonly permission?: 'item.comment'
    /** Asks ahead for everything that the changes need. */
    readonly prepare?: (set: CaseSet) => Promise<void>
    readonly change: (turn: Turn, input: Input) => void
  },
): Promise<CasePlanView[]> {
  const ids = [...new Set(inputs.map(({ containerId }) => containerId))]
  const teams = await findTeamNames(unit.tx, unit.organisationId, unit.principal.personId)
  const set = await CaseSet.open(unit, ids)
  await how.prepare?.(set)
  const { permission = 'item.write' } = how
  inputs.forEach((input, index) => {
    caseFor(unit, set, { id: input.containerId, index, permission })
    const held = set.begun(input.containerId)
    checkVersion({ version: held.version, what: 'case' }, input, index)
    const speaker = { ...unit.actor, roles: rolesOf(unit, held, teams) }
    how.change({ unit, set, held, speaker, index }, input)
  })
  await set.save()
  const loose = await findLoose(unit.tx, unit.organisationId, ids)
  return inputs.map(({ containerId }, index) => {
    const held = set.find(containerId) ?? refuse('platform.not_found', { what: 'case' }, index)
    return presentPlan(held, {
      roles: rolesOf(unit, held, teams),
      loose: loose.get(containerId) ?? [],
    })
  })
}

/** What a case says no to is said to whoever asked. */
export function demanded(refusal: Refusal | null, index: number): void {
  if (refusal !== null) throw new Refused(refusal, index)
}
