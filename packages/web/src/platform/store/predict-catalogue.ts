import { ok } from '@millrace/core/kernel'
import { callOf } from './calls.ts'
import type { Forecasts } from './forecast.ts'
import { writeOf } from './kinds.ts'
import { applyPatch, pickOld } from './patch.ts'

type Retiring = { readonly isArchived?: boolean | undefined }

/** Types, fields, labels and kept views as they will be. */
export const catalogueForecasts = {
  'work.changeType': (draft, { id, patch }, { now }) => {
    const type = draft.read('type', id)
    if (!type) return ok([])
    draft.write(writeOf('type', id, retired(applyPatch(type, patch), patch, now)))
    return ok([
      callOf('work.changeType', { id, patch: { ...pickOld(type, patch), ...unretired(type, patch) } }),
    ])
  },
  'work.createField': (draft, input) => {
    const rest = {
      rank: '~',
      origin: 'own',
      archivedAt: null,
      version: 1,
      result: null,
      isLocked: false,
    } as const
    const { options = [], formula = null, rollUp = null, seenBy = null, changedBy = null } = input
    const rules = { seenBy, changedBy }
    draft.write(writeOf('field', input.id, { ...rest, ...input, options, formula, rollUp, ...rules }))
    return ok([callOf('work.changeField', { id: input.id, patch: { isArchived: true } })])
  },
  'work.changeField': (draft, { id, patch }, { now }) => {
    const field = draft.read('field', id)
    if (!field) return ok([])
    draft.write(writeOf('field', id, retired(applyPatch(field, patch), patch, now)))
    return ok([
      callOf('work.changeField', { id, patch: { ...pickOld(field, patch), ...unretired(field, patch) } }),
    ])
  },
  'work.createLabel': (draft, input) => {
    const { id, name, colour = 'gray' } = input
    draft.write(writeOf('label', id, { id, name, colour, origin: 'own', archivedAt: null, version: 1 }))
    return ok([callOf('work.changeLabel', { id, patch: { isArchived: true } })])
  },
  'work.changeLabel': (draft, { id, patch }, { now }) => {
    const label = draft.read('label', id)
    if (!label) return ok([])
    draft.write(writeOf('label', id, retired(applyPatch(label, patch), patch, now)))
    return ok([
      callOf('work.changeLabel', { id, patch: { ...pickOld(label, patch), ...unretired(label, patch) } }),
    ])
  },
  'work.saveView': (draft, input, { personId }) => {
    const { id, name, settings, containerId = null } = input
    const { isShared = false, isLocked = true, isDefault = false } = input
    const flags = { isShared, isLocked, isDefault }
    draft.write(
      writeOf('view', id, { id, name, settings, containerId, ...flags, ownerId: personId, version: 1 }),
    )
    return ok([callOf('work.removeView', { id })])
  },
  'work.changeView': (draft, { id, patch }) => {
    const view = draft.read('view', id)
    if (!view) return ok([])
    draft.write(writeOf('view', id, applyPatch(view, patch)))
    return ok([callOf('work.changeView', { id, patch: pickOld(view, patch) })])
  },
  'work.removeView': (draft, { id }, { newId }) => {
    const view = draft.read('view', id)
    if (!view) return ok([])
    draft.write(writeOf('view', id, null))
    const { name, settings, containerId, isShared, isLocked, isDefault } = view
    return ok([
      callOf('work.saveView', { id: newId(), name, settings, containerId, isShared, isLocked, isDefault }),
    ])
  },
} satisfies Forecasts

function retired<T extends { readonly archivedAt: number | null }>(
  entity: T,
  patch: Retiring,
  now: number,
): T {
  if (patch.isArchived === undefined) return entity
  return { ...entity, archivedAt: patch.isArchived ? now : null }
}

function unretired(
  entity: { readonly archivedAt: number | null },
  patch: Retiring,
): { isArchived?: boolean } {
  return patch.isArchived === undefined ? {} : { isArchived: entity.archivedAt !== null }
}
