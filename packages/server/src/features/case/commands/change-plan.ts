import { operations, type ParsedInputOf } from '@millrace/contract'
import { type PlanEdit, type PlanItem, walkModel } from '@millrace/core/case'
import { command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { checkReferences } from '../check-references.ts'
import { demandOpen } from '../policy.ts'
import { findItemsOfCases, type ItemOfCase } from '../queries/find-items-of-cases.ts'
import { changeEach, demanded, type Turn } from './change-each.ts'

type Adding = ParsedInputOf<(typeof operations)['case.addPlanItem']>
type Changing = ParsedInputOf<(typeof operations)['case.changePlanItem']>

/** Adds to the plans of running cases. */
export const addPlanItem = command(operations['case.addPlanItem'], async (unit, inputs) => {
  await checkReferences(
    unit,
    inputs.map(({ work }) => work),
  )
  const items = await adoptable(unit, inputs)
  return await changeEach(unit, inputs, {
    change: (turn, input) => add(turn, input, items.get(`${input.containerId} ${input.itemId}`)),
  })
})

async function adoptable(unit: Unit, inputs: readonly Adding[]): Promise<ReadonlyMap<string, ItemOfCase>> {
  const wanted = inputs.flatMap(({ containerId: caseId, itemId }) =>
    itemId === null ? [] : [{ caseId, itemId }],
  )
  const found = await findItemsOfCases(unit, wanted)
  return new Map(found.map((item) => [`${item.caseId} ${item.itemId}`, item]))
}

/** Where its stage runs it is taken into the plan at once, as what people add; else it comes with its stage. */
function add(turn: Turn, input: Adding, item: ItemOfCase | undefined): void {
  const { set, speaker, index } = turn
  demandOpen(turn.held, index)
  const { containerId, stageId, beforeId, itemId } = input
  resumeIfOver(turn, containerId)
  if (itemId !== null) adopt(turn, input, item)
  const planIn = stageId === null ? 0 : runningStage(turn, stageId)
  const made = definitionOf(input)
  const place = { stageId, beforeId }
  const edit: PlanEdit =
    planIn === null || OCCURRENCES.has(input.kind)
      ? { kind: 'add', item: made, place }
      : { kind: 'offer', offer: { item: made, roles: [], applicability: null, besideId: null }, place }
  demanded(set.say(containerId, { kind: 'edit', edit, planIn }, speaker), index)
}

/** The row of a stage that runs; null: it is still to come. */
function runningStage({ set, held, index }: Turn, stageId: string): number | null {
  const { state, graph } = set.begun(held.info.id).standing
  if (!graph.indexOf.has(stageId)) refuse('case.plan_item_unknown', { id: stageId }, index)
  const latest = state.items.findLast((row) => row.defId === stageId)
  if (latest && isPast(latest))
    refuse('case.stage_completed', { name: set.nameOf(held.info.id, stageId) }, index)
  return latest?.state === 'active' ? latest.id : null
}

/** What happens by itself comes with its stage; CMMN knows it as nobody's choice. */
const OCCURRENCES: ReadonlySet<string> = new Set(['milestone', 'userListener', 'timerListener'])

function isPast({ state }: { readonly state: string }): boolean {
  return state === 'completed' || state === 'terminated'
}

/** A plan in which everything is done goes on when something is added. */
function resumeIfOver({ set, speaker, index }: Turn, caseId: string): void {
  const { state } = set.begun(caseId).standing.state
  if (state === 'completed' || state === 'terminated' || state === 'failed')
    demanded(set.say(caseId, { kind: 'reactivateCase' }, speaker), index)
}

function adopt({ set, index }: Turn, input: Adding, item: ItemOfCase | undefined): void {
  const { containerId, planItemId } = input
  if (!item) return refuse('platform.not_found', { what: 'item' }, index)
  const isCarrying = set
    .rowsOf(item.itemId)
    .some(({ held, row }) => held.info.id === containerId && row.state === 'active')
  if (
    isCarrying ||
    [...(set.find(containerId)?.adopted.values() ?? [])].some((one) => one.itemId === item.itemId)
  )
    refuse('case.item_in_plan', { key: item.key }, index)
  set.adopt(containerId, planItemId, item)
}

function definitionOf(input: Adding): PlanItem {
  const { planItemId: id, kind, name, description, entry, exit, manualActivation, required } = input
  const { repetition, isBlocking, work, timer } = input
  const content = kind === 'stage' ? { items: [], autoComplete: false, discretionary: [] } : null
  return {
    ...{ id, kind, name, description, entry, exit, manualActivation, required, repetition },
    ...{ isBlocking, work, timer, content },
  }
}

/** Changes what has not been used yet; the words of everything. */
export const changePlanItem = command(operations['case.changePlanItem'], async (unit, inputs) => {
  await checkReferences(
    unit,
    inputs.map(({ patch }) => patch.work ?? null),
  )
  return await changeEach(unit, inputs, { change })
})

function change(turn: Turn, { containerId, planItemId, patch }: Changing): void {
  const { set, held, speaker, index } = turn
  demandOpen(held, index)
  const { model, state } = set.begun(containerId).standing
  const found = walkModel(model).find(({ item }) => item.id === planItemId)
  if (!found) return refuse('case.plan_item_unknown', { id: planItemId }, index)
  const { stageId, beforeId, ...fields } = patch
  const isUsed = state.items.some((row) => row.defId === planItemId && !BEFORE_USE.has(row.state))
  const { name: _name, description: _words, ...rest } = fields
  const isMoved = stageId !== undefined || beforeId !== undefined
  if (isUsed && (isMoved || Object.keys(rest).length > 0))
    refuse('case.plan_item_used', { name: found.item.name }, index)
  // What the patch leaves out has no value in it.
  const item = { ...found.item, ...Object.fromEntries(given(fields)) } as PlanItem
  const changed: PlanEdit = { kind: 'change', item }
  if (Object.keys(fields).length > 0)
    demanded(set.say(containerId, { kind: 'edit', edit: changed, planIn: null }, speaker), index)
  if (!isMoved) return
  const place = {
    stageId: stageId === undefined ? (found.stage?.id ?? null) : stageId,
    beforeId: beforeId ?? null,
  }
  const moved: PlanEdit = { kind: 'move', planItemId, place }
  demanded(set.say(containerId, { kind: 'edit', edit: moved, planIn: null }, speaker), index)
}

const BEFORE_USE: ReadonlySet<string> = new Set(['available', 'enabled', 'disabled'])

function given(fields: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(fields).filter(([, value]) => value !== undefined)
}

/** Takes what has not been used out of plans. */
export const removePlanItem = command(operations['case.removePlanItem'], (unit, inputs) =>
  changeEach(unit, inputs, {
    change: ({ set, held, speaker, index }, { containerId, planItemId }) => {
      demandOpen(held, index)
      const { state, model } = set.begun(containerId).standing
      const name = walkModel(model).find(({ item }) => item.id === planItemId)?.item.name ?? planItemId
      if (state.items.some((row) => row.defId === planItemId && !BEFORE_USE.has(row.state)))
        refuse('case.plan_item_used', { name }, index)
      const edit: PlanEdit = { kind: 'remove', planItemId }
      demanded(set.say(containerId, { kind: 'edit', edit, planIn: null }, speaker), index)
      set.disown(containerId)
    },
  }),
)
