import type { PlanRowView } from '@millrace/contract'
import type { OutlineStep } from '@millrace/core/schedule'
import { useKeys } from '../../../../platform/use-keys.ts'
import type { GridGround } from '../../model/grid/ground.ts'
import { callsOfInsert, callsOfRemoval, callsOfStep } from '../../model/grid/line-steps.ts'
import { callsOfLeavingOut } from '../../model/scenario/leave-out.ts'
import { textsGrid } from '../../texts-grid.ts'
import { textsLines as words } from '../../texts-grid-lines.ts'
import { textsScenario } from '../../texts-scenario.ts'
import type { CellChoice } from './use-cell-choice.ts'
import type { GridDoor } from './use-write-grid.ts'

type Asked = {
  readonly ground: GridGround
  /** The lines that are shown. */
  readonly rows: readonly PlanRowView[]
  readonly choice: CellChoice
  readonly door: GridDoor
  readonly canWrite: boolean
  /** Whether keys are for the grid now. */
  readonly hasFocus: () => boolean
  readonly onCannot: (why: string) => void
  /** What goes under folded lines stays in sight. */
  readonly unfold: (itemIds: readonly string[]) => void
}

/** What can be done with whole lines, and the keys for it. */
export type GridLines = {
  readonly hasChosen: boolean
  readonly step: (step: OutlineStep) => void
  readonly insert: (side: 'above' | 'below') => void
  readonly remove: () => void
}

/** Indents, moves, inserts and deletes lines: each one step that can be taken back. */
export function useGridLines({ ground, rows, choice, door, canWrite, ...asked }: Asked): GridLines {
  const { block } = choice
  const chosen = block ? rows.slice(block.firstLine, block.lastLine + 1) : []
  const ids = new Set(chosen.map(({ itemId }) => itemId))
  const step = (wanted: OutlineStep) => {
    if (chosen.length === 0) return
    if (door.closed !== null) return asked.onCannot(door.closed)
    const calls = callsOfStep(wanted, ids, ground)
    if (calls.length === 0) return asked.onCannot(words.cannot[wanted])
    door.carryOut(calls, words.did[wanted](chosen.length))
    asked.unfold(
      calls.flatMap((call) => (call.name === 'work.changeItem' && call.input.patch.parentId) || []),
    )
  }
  const insert = (side: 'above' | 'below') => {
    if (door.closed !== null) return asked.onCannot(door.closed)
    const beside = side === 'above' ? chosen[0] : chosen.at(-1)
    const item = { id: ground.newId(), title: words.newTitle }
    const at = beside ?? rows.at(-1)
    if (!at) return
    const place = { itemId: at.itemId, side: beside ? side : 'below' } as const
    door.carryOut(callsOfInsert(item, place, ground), words.inserted)
    choice.beginNew(item.id, item.title)
  }
  const remove = () => {
    if (door.closed === null) door.carryOut(callsOfRemoval(ids, ground), words.removed(chosen.length))
    else door.carryOut(callsOfLeavingOut(ids, ground), textsScenario.leftOutLines(chosen.length))
  }
  const isOn = () => canWrite && asked.hasFocus()
  const key = (id: string, keys: string, act: { label: string; run: () => void }) =>
    ({ id: `plan.grid.${id}`, keys, group: textsGrid.group, isOn, ...act }) as const
  useKeys([
    key('indent', 'alt+shift+ArrowRight', { label: words.step.indent, run: () => step('indent') }),
    key('outdent', 'alt+shift+ArrowLeft', { label: words.step.outdent, run: () => step('outdent') }),
    key('up', 'alt+shift+ArrowUp', { label: words.step.up, run: () => step('up') }),
    key('down', 'alt+shift+ArrowDown', { label: words.step.down, run: () => step('down') }),
    key('insert', 'Insert', { label: words.insertAbove, run: () => insert('above') }),
    key('insertBelow', 'mod+Enter', { label: words.insertBelow, run: () => insert('below') }),
    key('remove', 'mod+-', { label: words.remove, run: remove }),
  ])
  return { hasChosen: chosen.length > 0, step, insert, remove }
}
