import { operations } from '@millrace/contract'
import type { Result } from '@millrace/core/kernel'
import {
  type ChecklistLine,
  changeLine,
  createLine,
  type LineFactKind,
  linkLine,
  rankAtEnd,
  removeLine,
  restoreLine,
  tickLine,
} from '@millrace/core/work'
import { accepted, command, type Unit } from '../../../platform/commands/index.ts'
import { ChecklistSet } from '../checklist-set.ts'
import { tickedBy } from '../ticked-by.ts'

type ById = { readonly id: string }

/** Adds lines to checklists. */
export const addLine = command(operations['work.addChecklistLine'], async (unit, inputs) => {
  const set = await ChecklistSet.load(unit, { listIds: inputs.map(({ checklistId }) => checklistId) })
  const added = inputs.map((input, index) => {
    const { checklistId, rank = rankAtEnd(unit.now, index), ...given } = input
    const list = set.list(checklistId, index)
    const line = accepted(createLine({ ...given, rank }, list, set.lineCount(list.itemId)), index)
    return set.putLine('work.lines_added', line)
  })
  set.save()
  return added
})

/** Loads the lines, decides one by one, saves once. */
async function decideEach<Input extends ById>(
  unit: Unit,
  inputs: readonly Input[],
  rule: {
    readonly kind: (input: Input) => LineFactKind
    readonly decide: (line: ChecklistLine, input: Input, at: Place) => Result<ChecklistLine>
    readonly alsoItems?: readonly string[]
    readonly alsoLists?: readonly string[]
  },
): Promise<ChecklistLine[]> {
  const set = await ChecklistSet.load(unit, {
    lineIds: inputs.map(({ id }) => id),
    itemIds: rule.alsoItems ?? [],
    listIds: rule.alsoLists ?? [],
  })
  const decided = inputs.map((input, index) => {
    const line = set.line(input.id, index)
    return set.putLine(rule.kind(input), accepted(rule.decide(line, input, { set, index }), index))
  })
  set.save()
  return decided
}

type Place = { readonly set: ChecklistSet; readonly index: number }

/** Sets fields of lines, or moves them. */
export const changeChecklistLine = command(operations['work.changeChecklistLine'], (unit, inputs) =>
  decideEach(unit, inputs, {
    kind: () => 'work.lines_changed',
    alsoLists: inputs.flatMap(({ patch }) => patch.checklistId ?? []),
    decide: (line, { patch, seen }, { set, index }) => {
      const target = patch.checklistId === undefined ? set.listOf(line) : set.list(patch.checklistId, index)
      return changeLine(line, { patch, seen }, target)
    },
  }),
)

/** Ticks lines, or takes their ticks away. */
export const tickChecklistLine = command(operations['work.tickChecklistLine'], (unit, inputs) =>
  decideEach(unit, inputs, {
    kind: ({ isDone }) => (isDone ? 'work.lines_ticked' : 'work.lines_unticked'),
    decide: (line, { isDone }) => tickLine(line, isDone, tickedBy(unit)),
  }),
)

/** Takes lines away. */
export const removeChecklistLine = command(operations['work.removeChecklistLine'], (unit, inputs) =>
  decideEach(unit, inputs, {
    kind: () => 'work.lines_removed',
    decide: (line) => ({ ok: true, value: removeLine(line, unit.now) }),
  }),
)

/** Brings lines back. */
export const restoreChecklistLine = command(operations['work.restoreChecklistLine'], (unit, inputs) =>
  decideEach(unit, inputs, {
    kind: () => 'work.lines_restored',
    decide: (line, _input, { set }) => restoreLine(line, set.listOf(line), set.lineCount(line.itemId)),
  }),
)

/** Lets sub-items stand for lines, or the lines for themselves again. */
export const linkChecklistLine = command(operations['work.linkChecklistLine'], (unit, inputs) =>
  decideEach(unit, inputs, {
    kind: ({ subItemId }) => (subItemId === null ? 'work.lines_unlinked' : 'work.lines_linked'),
    alsoItems: inputs.flatMap(({ subItemId }) => subItemId ?? []),
    decide: (line, { subItemId }, { set, index }) => {
      const subItem = subItemId === null ? null : set.items.get(subItemId, 'container.read', index)
      return linkLine(line, subItem, tickedBy(unit))
    },
  }),
)
