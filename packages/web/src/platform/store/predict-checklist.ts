import { ok, type Result } from '@millrace/core/kernel'
import {
  type Checklist,
  type ChecklistLine,
  changeChecklist,
  changeLine,
  checkListsOpen,
  countLine,
  createChecklist,
  createLine,
  linkLine,
  rankAtEnd,
  removeChecklist,
  removeLine,
  restoreChecklist,
  restoreLine,
  subItemOf,
  tickLine,
} from '@millrace/core/work'
import { type Call, callOf } from './calls.ts'
import type { Draft } from './draft.ts'
import type { Forecasts } from './forecast.ts'
import { type Item, writeOf } from './kinds.ts'
import { pickOld } from './patch.ts'
import { itemForecasts } from './predict-item.ts'

const NOTHING: readonly Call[] = []

/** What checklists will look like, decided by core as on the server. */
export const checklistForecasts = {
  'work.addChecklist': (draft, input, context) => {
    const item = draft.read('item', input.itemId)
    if (!item || draft.read('checklist', input.id)) return ok(NOTHING)
    const wish = { ...input, rank: input.rank ?? rankAtEnd(context.now, context.order) }
    return inOpen(item, () =>
      onValue(createChecklist(wish, listCount(draft, item)), (list) => {
        writeList(draft, list)
        return [callOf('work.removeChecklist', { id: list.id })]
      }),
    )
  },
  'work.changeChecklist': (draft, { id, patch }) =>
    onList(draft, id, (before) =>
      onValue(changeChecklist(before, patch), (list) => {
        writeList(draft, list)
        return list === before
          ? NOTHING
          : [callOf('work.changeChecklist', { id, patch: pickOld(before, patch) })]
      }),
    ),
  'work.removeChecklist': (draft, { id }, { now }) =>
    onList(draft, id, (before) => {
      const { list, lines } = removeChecklist(before, linesIn(draft, before), now)
      writeList(draft, list)
      for (const line of lines) writeLine(draft, line)
      return ok(list === before ? NOTHING : [callOf('work.restoreChecklist', { id })])
    }),
  'work.restoreChecklist': (draft, { id }) =>
    onList(draft, id, (before, item) => {
      const counts = { lists: listCount(draft, item), lines: item.lineCount }
      return onValue(restoreChecklist(before, linesIn(draft, before), counts), ({ list, lines }) => {
        writeList(draft, list)
        for (const line of lines) writeLine(draft, line)
        return list === before ? NOTHING : [callOf('work.removeChecklist', { id })]
      })
    }),
  'work.addChecklistLine': (draft, input, context) => {
    if (draft.read('checklistLine', input.id)) return ok(NOTHING)
    return onList(draft, input.checklistId, (list, item) => {
      const {
        id,
        text,
        rank = rankAtEnd(context.now, context.order),
        responsibleId = null,
        dueOn = null,
      } = input
      return onValue(createLine({ id, text, rank, responsibleId, dueOn }, list, item.lineCount), (line) => {
        writeLine(draft, line)
        return [callOf('work.removeChecklistLine', { id })]
      })
    })
  },
  'work.changeChecklistLine': (draft, { id, patch, seen }) =>
    onLine(draft, id, (before) => {
      const target = draft.read('checklist', patch.checklistId ?? before.checklistId)
      if (!target) return ok(NOTHING)
      return onValue(changeLine(before, { patch, seen }, target), (line) => {
        writeLine(draft, line)
        if (line === before) return NOTHING
        const back = { id, patch: pickOld(before, patch), seen: pickOld(line, patch) }
        return [callOf('work.changeChecklistLine', back)]
      })
    }),
  'work.tickChecklistLine': (draft, { id, isDone = true }, context) =>
    onLine(draft, id, (before) =>
      onValue(tickLine(before, isDone, context), (line) => {
        writeLine(draft, line)
        return line === before ? NOTHING : [callOf('work.tickChecklistLine', { id, isDone: !isDone })]
      }),
    ),
  'work.removeChecklistLine': (draft, { id }, { now }) =>
    onLine(draft, id, (before) => {
      const line = removeLine(before, now)
      writeLine(draft, line)
      return ok(line === before ? NOTHING : [callOf('work.restoreChecklistLine', { id })])
    }),
  'work.restoreChecklistLine': (draft, { id }) =>
    onLine(draft, id, (before, item) => {
      const list = draft.read('checklist', before.checklistId)
      if (!list) return ok(NOTHING)
      return onValue(restoreLine(before, list, item.lineCount), (line) => {
        writeLine(draft, line)
        return line === before ? NOTHING : [callOf('work.removeChecklistLine', { id })]
      })
    }),
  'work.convertChecklistLine': (draft, { id, itemId }, context) =>
    onLine(draft, id, (before, item) => {
      if (draft.read('item', itemId)) return ok(NOTHING)
      const wish = subItemOf(before, item, itemId)
      if (!wish.ok) return wish
      const opened = itemForecasts['work.createItem'](draft, wish.value, context)
      const subItem = draft.read('item', itemId)
      if (!opened.ok || !subItem) return opened
      return onValue(linkLine(before, subItem, context), (line) => {
        writeLine(draft, line)
        return [callOf('work.linkChecklistLine', { id, subItemId: null }), ...opened.value]
      })
    }),
  'work.linkChecklistLine': (draft, { id, subItemId }, context) =>
    onLine(draft, id, (before) => {
      const subItem = subItemId === null ? null : draft.read('item', subItemId)
      if (subItem === undefined) return ok(NOTHING)
      return onValue(linkLine(before, subItem, context), (line) => {
        writeLine(draft, line)
        const back = { id, subItemId: before.subItemId }
        return line === before ? NOTHING : [callOf('work.linkChecklistLine', back)]
      })
    }),
} satisfies Forecasts

type Predicted = Result<readonly Call[]>

/** Lists that are not loaded cannot be predicted: the server's answer will tell. */
function onList(draft: Draft, id: string, decide: (list: Checklist, item: Item) => Predicted): Predicted {
  const list = draft.read('checklist', id)
  const item = list && draft.read('item', list.itemId)
  return item ? inOpen(item, () => decide(list, item)) : ok(NOTHING)
}

function onLine(draft: Draft, id: string, decide: (line: ChecklistLine, item: Item) => Predicted): Predicted {
  const line = draft.read('checklistLine', id)
  const item = line && draft.read('item', line.itemId)
  return item ? inOpen(item, () => decide(line, item)) : ok(NOTHING)
}

function inOpen(item: Item, decide: () => Predicted): Predicted {
  const open = checkListsOpen(item)
  return open.ok ? decide() : open
}

function onValue<Value>(result: Result<Value>, take: (value: Value) => readonly Call[]): Predicted {
  return result.ok ? ok(take(result.value)) : result
}

function writeList(draft: Draft, list: Checklist): void {
  draft.write(writeOf('checklist', list.id, list))
}

/** Keeps the counts at the item true while the server has not yet counted. */
function writeLine(draft: Draft, line: ChecklistLine): void {
  const before = draft.read('checklistLine', line.id) ?? null
  if (before === line) return
  draft.write(writeOf('checklistLine', line.id, line))
  const item = draft.read('item', line.itemId)
  const { lines, done } = countLine(before, line)
  if (!item || (lines === 0 && done === 0)) return
  const counts = { lineCount: item.lineCount + lines, lineDoneCount: item.lineDoneCount + done }
  draft.write(writeOf('item', item.id, { ...item, ...counts }))
}

function linesIn(draft: Draft, list: Checklist): readonly ChecklistLine[] {
  return draft.list('checklistLine', (line) => line.checklistId === list.id)
}

function listCount(draft: Draft, item: Item): number {
  return draft.list('checklist', (list) => list.itemId === item.id && list.removedAt === null).length
}
