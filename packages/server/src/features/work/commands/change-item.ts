import { operations } from '@millrace/contract'
import type { Result } from '@millrace/core/kernel'
import {
  acceptWorkItem,
  blockWorkItem,
  changeWorkItem,
  checkParent,
  type Decision,
  giveNotice as decideNotice,
  stopWaiting as decideStopWaiting,
  placeWorkItem,
  unblockWorkItem,
  type WorkItem,
  waitFor,
} from '@millrace/core/work'
import {
  accepted,
  command,
  mayInContainers,
  mayOnItem,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { archiveTrees, restoreTrees } from '../archive-items.ts'
import { demandFieldPeople } from '../demand-field-people.ts'
import { demandFieldRights } from '../demand-field-rights.ts'
import { ItemSet } from '../item-set.ts'
import { findAncestors } from '../queries/find-ancestors.ts'
import { spreadSight } from '../spread-sight.ts'

type ById = { readonly id: string; readonly version?: number | undefined }
type Decide<Input> = (
  item: WorkItem,
  input: Input,
  at: { readonly set: ItemSet; readonly index: number },
) => Result<Decision>

/** Loads the items, decides one by one, saves once. */
export async function decideEach<Input extends ById>(
  unit: Unit,
  inputs: readonly Input[],
  rule: {
    readonly decide: Decide<Input>
    readonly permission?: 'item.comment'
    readonly also?: readonly string[]
    /** What has to follow once all is saved. */
    readonly after?: (set: ItemSet) => Promise<void>
  },
): Promise<WorkItem[]> {
  const set = await ItemSet.load(unit, [...inputs.map((input) => input.id), ...(rule.also ?? [])])
  inputs.forEach((input, index) => {
    const item = set.get(input.id, rule.permission ?? 'item.write', index)
    checkVersion(item, input, index)
    set.put(accepted(rule.decide(item, input, { set, index }), index))
  })
  set.save()
  await rule.after?.(set)
  return inputs.map((input, index) => set.get(input.id, 'container.read', index))
}

export function checkVersion(item: WorkItem, input: ById, index: number): void {
  if (input.version === undefined || input.version === item.version) return
  refuse('work.version_old', { key: item.key, expected: input.version, actual: item.version }, index)
}

/** Sets fields. */
export const changeItem = command(operations['work.changeItem'], async (unit, inputs) => {
  const parents = [...new Set(inputs.flatMap((input) => input.patch.parentId ?? []))]
  const ancestors = await findAncestors(unit, parents)
  const given = inputs.map((input) => input.patch.fields)
  await demandFieldRights(
    unit,
    inputs.map(({ patch, seen }) => ({ ...seen?.fields, ...patch.fields })),
  )
  await demandFieldPeople(unit, given)
  return await decideEach(unit, inputs, {
    also: parents,
    decide: (item, { patch, seen }, { set, index }) => {
      if (patch.parentId) refuseAsParent(unit, item, { parent: set.find(patch.parentId), index })
      const newAncestors = patch.parentId ? (ancestors.get(patch.parentId) ?? [patch.parentId]) : []
      const above = patch.parentId ? (set.find(patch.parentId)?.seenBy ?? null) : null
      const context = { ...set.decideContext(), ...set.rulesFor(item.typeId, index), newAncestors, above }
      return changeWorkItem(item, { patch, ...(seen ? { seen } : {}) }, context)
    },
    after: spreadSight,
  })
})

/** A parent is an item that the person can see and that is not archived, or the one it has anyway. */
function refuseAsParent(
  unit: Unit,
  item: WorkItem,
  { parent, index }: { readonly parent: WorkItem | undefined; readonly index: number },
): void {
  if (!parent) refuse('work.parent_unknown', {}, index)
  if (parent.id === item.parentId) return
  if (!mayOnItem(unit.principal.access, 'container.read', parent)) refuse('work.parent_unknown', {}, index)
  accepted(checkParent(parent), index)
}

/** Says whom or what items wait for. */
export const waitForItem = command(operations['work.waitForItem'], (unit, inputs) =>
  decideEach(unit, inputs, { decide: (item, input, { set }) => waitFor(item, input, set.decideContext()) }),
)

/** Ends the waiting. */
export const stopWaiting = command(operations['work.stopWaiting'], (unit, inputs) =>
  decideEach(unit, inputs, {
    decide: (item, _input, { set }) => decideStopWaiting(item, set.decideContext()),
  }),
)

/** Records blockers. */
export const blockItem = command(operations['work.blockItem'], (unit, inputs) =>
  decideEach(unit, inputs, {
    decide: (item, { blockerId, reason, note }, { set }) =>
      blockWorkItem(item, { id: blockerId, reason, note }, set.decideContext()),
  }),
)

/** Removes blockers. */
export const unblockItem = command(operations['work.unblockItem'], (unit, inputs) =>
  decideEach(unit, inputs, {
    decide: (item, { blockerId }, { set }) => unblockWorkItem(item, blockerId, set.decideContext()),
  }),
)

/** Accepts finished work. */
export const acceptItem = command(operations['work.acceptItem'], (unit, inputs) =>
  decideEach(unit, inputs, {
    permission: 'item.comment',
    decide: (item, _input, { set }) => acceptWorkItem(item, unit.principal.personId, set.decideContext()),
  }),
)

/** Records that notice was given. */
export const giveNotice = command(operations['work.giveNotice'], (unit, inputs) =>
  decideEach(unit, inputs, {
    decide: (item, { note }, { set, index }) =>
      decideNotice(item, { note, type: set.rulesFor(item.typeId, index).type }, set.decideContext()),
  }),
)

/** Archives items with everything under them. */
export const archiveItem = command(operations['work.archiveItem'], (unit, inputs) =>
  treesOf(unit, inputs, archiveTrees),
)

/** Restores items with everything under them that was archived together with them. */
export const restoreItem = command(operations['work.restoreItem'], (unit, inputs) =>
  treesOf(unit, inputs, restoreTrees),
)

async function treesOf(
  unit: Unit,
  inputs: readonly ById[],
  carryOut: typeof archiveTrees,
): Promise<WorkItem[]> {
  const ids = inputs.map((input) => input.id)
  const set = await carryOut(unit, ids, (loaded) =>
    inputs.forEach((input, index) => checkVersion(loaded.get(input.id, 'item.write', index), input, index)),
  )
  return inputs.map((input, index) => set.get(input.id, 'container.read', index))
}

/** Sets the containers of items. A person can only put an item where they may write. */
export const placeItem = command(operations['work.placeItem'], (unit, inputs) =>
  decideEach(unit, inputs, {
    decide: (item, { containerIds }, { set, index }) => {
      const changed = containerIds.filter((id) => !item.containerIds.includes(id))
      const removed = item.containerIds.filter((id) => !containerIds.includes(id))
      for (const id of [...changed, ...removed]) {
        if (!mayInContainers(unit.principal.access, 'item.write', [id])) {
          refuse('platform.not_found', { what: 'container' }, index)
        }
      }
      return placeWorkItem(item, containerIds, set.decideContext())
    },
  }),
)
