import { ok } from '@millrace/core/kernel'
import { callOf } from './calls.ts'
import type { Draft } from './draft.ts'
import type { Forecasts, PredictContext } from './forecast.ts'
import { type Container, writeOf } from './kinds.ts'
import { applyPatch, pickOld } from './patch.ts'

/** Projects, processes, cases and lists as they will be. */
export const containerForecasts = {
  'work.createContainer': (draft, input, context) => {
    const typeId = input.defaultTypeId ?? draft.firstType()
    if (typeId === undefined || draft.read('container', input.id)) return ok([])
    const fresh: Container = {
      description: '',
      state: 'active',
      visibility: 'open',
      ownerId: context.personId,
      teamId: null,
      defaultArea: '2.2',
      startsOn: null,
      dueOn: null,
      subject: null,
      wishedEndState: null,
      origin: 'own',
      importRunId: null,
      createdAt: context.now,
      archivedAt: null,
      version: 1,
      myRole: 'manager',
      defaultTypeId: typeId,
      id: input.id,
      kind: input.kind,
      key: input.key,
      name: input.name,
    }
    draft.write(writeOf('container', input.id, applyPatch(fresh, input)))
    return ok([callOf('work.archiveContainer', { id: input.id })])
  },
  'work.changeContainer': (draft, { id, patch }) => {
    const container = draft.read('container', id)
    if (!container) return ok([])
    draft.write(writeOf('container', id, applyPatch(container, patch)))
    return ok([callOf('work.changeContainer', { id, patch: pickOld(container, patch) })])
  },
  'work.archiveContainer': (draft, { id }, context) => {
    archive(draft, id, context)
    return ok([callOf('work.restoreContainer', { id })])
  },
  'work.restoreContainer': (draft, { id }) => {
    archive(draft, id, null)
    return ok([callOf('work.archiveContainer', { id })])
  },
} satisfies Forecasts

function archive(draft: Draft, id: string, context: PredictContext | null): void {
  const container = draft.read('container', id)
  if (container) draft.write(writeOf('container', id, { ...container, archivedAt: context?.now ?? null }))
}
