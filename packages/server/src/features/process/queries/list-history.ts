import { type HistoryEntryView, operations, type ValueChangeView } from '@millrace/contract'
import { valueChanges } from '@millrace/core/process'
import { query, refuse } from '../../../platform/commands/index.ts'
import { type Models, presentElement } from '../present-repair.ts'
import { demandInstance } from './demand-instance.ts'
import { loadModels } from './find-models.ts'
import { readFirstEntries, readHistoryPage, type StepEntryRow } from './find-standing.ts'
import { numberCursor } from './number-cursor.ts'

/** What was said to an instance, the newest first. */
export const listHistory = query(operations['process.listHistory'], async (context, input) => {
  const { tx, organisationId } = context
  await demandInstance(context, input.id)
  const below = numberCursor(input.cursor)
  const rows = await readHistoryPage(tx, { organisationId, instanceId: input.id, below, limit: input.limit })
  const models = await loadModels(tx, organisationId, [...new Set(rows.map((row) => row.model_id))])
  const last = rows.length === input.limit ? rows.at(-1) : undefined
  return {
    entries: rows.map((row) => presentEntry(row, models)),
    next: last && last.seq > 1 ? String(last.seq) : null,
  }
})

const TOLD = ['entered', 'left', 'merged', 'cancelled', 'caught', 'threw', 'stuck'] as const

function presentEntry(row: StepEntryRow, models: Models): HistoryEntryView {
  const { seq, at, model_id, model_number, command, reason, actor } = row
  const happened = row.happened.flatMap(({ kind, at: element }) => {
    const told = TOLD.find((known) => known === kind)
    return told ? [{ kind: told, ...presentElement(models, model_id, element) }] : []
  })
  return {
    ...{ seq, at, modelNumber: model_number, command: command.kind, reason, happened },
    actor: { kind: actor.kind, personId: actor.personId ?? null },
    ...presentElement(models, model_id, elementOf(row)),
  }
}

/** The element it was said to: where its token stood is what was left or withdrawn first. */
function elementOf({ command, happened }: StepEntryRow): string {
  const { tokenId } = command
  return happened.find((one) => one.tokenId === tokenId)?.at ?? ''
}

/** Going through more than this again would take longer than anybody waits. */
const ENTRIES_MAX = 5000

/** How the values of an instance came to be what they are, the newest change first. */
export const listValueChanges = query(operations['process.listValueChanges'], async (context, { id }) => {
  const { tx, organisationId } = context
  await demandInstance(context, id)
  const found = await readFirstEntries(tx, { organisationId, instanceId: id, limit: ENTRIES_MAX + 1 })
  const entries = found.slice(0, ENTRIES_MAX)
  const models = await loadModels(tx, organisationId, [...new Set(entries.map((entry) => entry.modelId))])
  const changes = valueChanges(entries, (modelId, at) => {
    const compiled = models.get(modelId) ?? refuse('platform.not_found', { what: 'version' })
    compiled.moment.now = at
    return compiled.graph
  })
  const views = changes.flatMap((change): ValueChangeView[] => {
    const entry = entries[change.entry]
    if (!entry) return []
    const { seq, at, actor, modelId, reason = null } = entry
    return [
      {
        ...{ seq, at, name: change.name, reason },
        ...presentElement(models, modelId, change.element ?? ''),
        actor: { kind: actor.kind, personId: 'personId' in actor ? actor.personId : null },
        from: jsonOf(change.from),
        to: jsonOf(change.to),
      },
    ]
  })
  return { changes: views.toReversed().slice(0, 500), isWhole: found.length <= ENTRIES_MAX }
})

/** As it is kept: what expressions gave may know more than JSON does. */
function jsonOf(value: unknown): ValueChangeView['to'] {
  // What was just written as JSON.
  return JSON.parse(JSON.stringify(value ?? null)) as ValueChangeView['to']
}
