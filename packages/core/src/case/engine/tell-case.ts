import type { Refusal } from '../../kernel/index.ts'
import type { PlanItemTransition } from '../model/case-model.ts'
import { announce } from './announce.ts'
import type { CaseCommand } from './command.ts'
import { create } from './life.ts'
import { lookAtAll } from './look-at.ts'
import { CASE_ROW, type CaseMachine } from './machine.ts'
import { isAllowed, notOffered } from './offers.ts'
import { reactivateChildren } from './reactivate.ts'
import { endCase } from './rules.ts'
import { resumeChildren, suspendChildren } from './suspend.ts'
import { said, stageRefusal } from './tell-item.ts'
import { nextCaseState } from './transitions.ts'

type WholeCommand = Extract<CaseCommand, { readonly kind: keyof typeof TRANSITIONS }>

const TRANSITIONS = {
  suspendCase: 'suspend',
  // What people call resuming CMMN calls taking up again, CMMN 1.1, table 8.2.
  resumeCase: 'reactivate',
  completeCase: 'complete',
  terminateCase: 'terminate',
  reactivateCase: 'reactivate',
  closeCase: 'close',
  faultCase: 'fault',
} as const satisfies Record<string, PlanItemTransition>

/** Whether something is said about the case as a whole. */
export function isAboutCase(command: CaseCommand): command is WholeCommand {
  return command.kind in TRANSITIONS
}

/** Something that is said about the case as a whole. */
export function tellCase(machine: CaseMachine, { kind }: WholeCommand): Refusal | null {
  const transition = TRANSITIONS[kind]
  const isResumed = machine.state === 'suspended'
  if (nextCaseState(machine.state, transition) === null || (kind === 'resumeCase' && !isResumed))
    return { code: 'case.case_move_not_allowed', params: { transition, state: machine.state } }
  const cause = said(machine)
  switch (kind) {
    case 'suspendCase':
      machine.moveCase('suspend', cause)
      suspendChildren(machine, CASE_ROW)
      announce(machine, CASE_ROW, 'suspend')
      return null
    case 'resumeCase':
    case 'reactivateCase':
      reactivate(machine)
      return null
    case 'completeCase': {
      const refusal = stageRefusal(machine, CASE_ROW)
      if (refusal) return refusal
      endCase(machine, 'complete', cause)
      return null
    }
    case 'terminateCase':
      endCase(machine, 'terminate', cause)
      return null
    case 'faultCase':
      machine.moveCase('fault', cause)
      announce(machine, CASE_ROW, 'fault')
      return null
    case 'closeCase':
      return close(machine)
  }
}

/** A case that was ended does not complete by itself before something in it has ended anew. */
function reactivate(machine: CaseMachine): void {
  const before = machine.state
  machine.moveCase('reactivate', said(machine))
  if (before === 'suspended') resumeChildren(machine, CASE_ROW)
  if (before === 'completed' || before === 'terminated') {
    machine.isHeldOpen = true
    reactivateChildren(machine, CASE_ROW, CASE_ROW)
  }
  announce(machine, CASE_ROW, 'reactivate')
  machine.mayLeave(CASE_ROW)
  lookAtAll(machine, CASE_ROW)
}

/** What was given up is not held up by what never came. */
function close(machine: CaseMachine): Refusal | null {
  if (machine.state !== 'terminated') {
    const missing = [...machine.graph.file.values()].filter(
      ({ id, isRequired }) => isRequired && (machine.file.get(id) ?? 0) === 0,
    )
    if (missing.length > 0)
      return { code: 'case.file_missing', params: { files: missing.map(({ name }) => name) } }
  }
  endCase(machine, 'close', said(machine))
  return null
}

/** Takes an item of the planning table into the plan, where it is one as all others. CMMN 1.1, 8.7. */
export function plan(
  machine: CaseMachine,
  { defId, stageId }: Extract<CaseCommand, { readonly kind: 'plan' }>,
): Refusal | null {
  if (machine.state !== 'active') return { code: 'case.not_active', params: { state: machine.state } }
  const index = machine.graph.indexOf.get(defId)
  if (index === undefined || (stageId !== CASE_ROW && !machine.items.has(stageId)))
    return { code: 'case.item_not_found', params: { id: index === undefined ? defId : stageId } }
  const [item, stage] = [machine.node(index), machine.nodeAt(stageId)]
  const offer = stage.discretionary.find(({ node }) => node === index)
  if (!offer) return { code: 'case.not_offered', params: { name: item.name, stage: stage.name } }
  if (!machine.isActive(stageId))
    return { code: 'case.stage_not_active', params: { name: item.name, stage: stage.name } }
  const { by } = machine.world
  if (by && !isAllowed(offer, by.roles))
    return { code: 'case.role_needed', params: { name: item.name, roles: offer.roles } }
  const { graph, variables } = machine
  const reason = notOffered({ graph, node: stage, children: machine.childrenOf(stageId), variables }, offer)
  if (reason === 'planned') return { code: 'case.already_planned', params: { name: item.name } }
  if (reason !== null) return { code: 'case.not_offered', params: { name: item.name, stage: stage.name } }
  const round = machine.childrenOf(stageId).filter((row) => row.defId === defId).length + 1
  create(machine, item, { parentId: stageId, cause: said(machine), round })
  return null
}
