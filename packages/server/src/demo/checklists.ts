import { CHECKLISTS, type ChecklistScript } from './checklist-scripts.ts'
import type { Call, Stage } from './stage.ts'
import { findItem } from './talk.ts'
import { at, dayFrom, workDayBefore } from './virtual-clock.ts'

const HALF_HOUR_MS = 1_800_000

/** Lets people break work down into small steps, share them out, and tick some. */
export async function writeChecklists(stage: Stage, today: Date): Promise<void> {
  for (const script of CHECKLISTS) {
    const itemId = await findItem(stage, script.on)
    await write(stage, { itemId, script, today })
  }
}

type Writing = { readonly itemId: string; readonly script: ChecklistScript; readonly today: Date }

async function write(stage: Stage, { itemId, script, today }: Writing): Promise<void> {
  const begins = at(workDayBefore(today, script.days), 9)
  const id = stage.newId(begins)
  const lines = script.lines.map((line) => ({ ...line, id: stage.newId(begins) }))
  await stage.act(begins, script.by, [
    { name: 'work.addChecklist', input: { id, itemId, name: script.name } },
    ...lines.map(({ id: lineId, text, who, dueIn }): Call => {
      const responsibleId = who === undefined ? null : stage.personIds.get(who)
      const dueOn = dueIn === undefined ? null : dayFrom(today, 0, dueIn)
      return {
        name: 'work.addChecklistLine',
        input: { id: lineId, checklistId: id, text, responsibleId, dueOn },
      }
    }),
  ])
  const done = lines.filter((line) => line.isDone)
  for (const [index, line] of done.entries()) {
    const now = begins + (index + 1) * HALF_HOUR_MS
    await stage.act(now, line.who ?? script.by, [{ name: 'work.tickChecklistLine', input: { id: line.id } }])
  }
}
