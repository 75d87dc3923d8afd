import type { CaseFileTransition, PlanItemTransition } from '../model/case-model.ts'
import { type GraphOnPart, type PartRef, watchKey } from './graph.ts'
import { CASE_ROW, type CaseMachine, partKey } from './machine.ts'
import type { PlanItemRow, SeenEvent } from './state.ts'
import { setTimer } from './timer.ts'

/** Tells an event of an item to all criteria and timers that wait for it. */
export function announce(machine: CaseMachine, itemId: number, transition: PlanItemTransition): void {
  const source = machine.nodeAt(itemId)
  const key = watchKey(source.index, transition)
  for (const ref of machine.graph.watchers.get(key) ?? []) tellPlanPart(machine, ref, itemId)
  for (const index of machine.graph.timersFrom.get(key) ?? []) {
    const from = machine.node(index).timer?.from
    if (!from) continue
    for (const id of machine.openRowsOf(index)) {
      const row = machine.row(id)
      if (row.timer === null && shares(machine, [itemId, id], from.shared)) setTimer(machine, row)
    }
  }
}

/** Tells an event of the case file to all criteria that wait for it. */
export function announceFile(machine: CaseMachine, fileItemId: string, transition: CaseFileTransition): void {
  for (const ref of machine.graph.fileWatchers.get(watchKey(fileItemId, transition)) ?? []) {
    for (const itemId of machine.openRowsOf(ref.node)) see(machine, ref, { itemId, sourceItemId: null })
  }
}

function tellPlanPart(machine: CaseMachine, ref: PartRef, sourceItemId: number): void {
  const part = onPartOf(machine, ref)
  if (part?.on !== 'plan') return
  if (part.exitCriterionId !== null && part.exitCriterionId !== endedBy(machine, sourceItemId)) return
  for (const itemId of machine.openRowsOf(ref.node)) {
    if (shares(machine, [sourceItemId, itemId], part.shared)) see(machine, ref, { itemId, sourceItemId })
  }
}

function endedBy(machine: CaseMachine, itemId: number): string | null {
  if (itemId !== CASE_ROW) return machine.row(itemId).endedBy
  return machine.cause.kind === 'criterion' ? machine.cause.criterionId : null
}

function onPartOf({ graph }: CaseMachine, ref: PartRef): GraphOnPart | undefined {
  return graph.nodes[ref.node]?.[ref.side][ref.sentry]?.onParts[ref.part]
}

function see(
  machine: CaseMachine,
  ref: PartRef,
  { itemId, sourceItemId }: { readonly itemId: number; readonly sourceItemId: number | null },
): void {
  // How it was entered matters to an item until it has been.
  if (ref.side === 'entry' && !isAwaitingEntry(machine.row(itemId))) return
  const sentryId = machine.node(ref.node)[ref.side][ref.sentry]?.id ?? ''
  const key = partKey(itemId, sentryId)
  const events = machine.seen.get(key) ?? new Map<number, SeenEvent>()
  machine.seen.set(key, events.set(ref.part, { part: ref.part, sourceItemId, at: machine.world.now }))
  if (ref.side === 'exit') machine.mayLeave(itemId)
  else machine.mayEnter(itemId)
}

function isAwaitingEntry({ state, stateBefore }: PlanItemRow): boolean {
  return state === 'available' || (state === 'suspended' && stateBefore === 'available')
}

/** Whether two rows lie in the same instance of a stage; that itself counts as lying in it. */
function shares(machine: CaseMachine, [one, other]: readonly [number, number], stage: number): boolean {
  return stage === 0 || instanceAround(machine, one, stage) === instanceAround(machine, other, stage)
}

function instanceAround(machine: CaseMachine, itemId: number, stage: number): number {
  let at = itemId
  while (at !== CASE_ROW && machine.nodeAt(at).index !== stage) at = machine.row(at).parentId
  return at
}
