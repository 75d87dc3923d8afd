import type { FieldView, LabelView, SavedViewView, TypeView } from '@millrace/contract'
import type { CustomField } from '@millrace/core/work'
import type { Access } from '../../platform/commands/index.ts'
import type { FieldRow, LabelRow, SavedViewRow, TypeRow } from './store/catalogue.ts'

export function presentType(row: TypeRow): TypeView {
  return {
    id: row.id,
    name: row.name,
    icon: row.icon,
    workflow: row.workflow,
    required: row.required,
    readinessGate: row.readiness_gate,
    needsAcceptance: row.needs_acceptance,
    needsNotice: row.needs_notice,
    defaults: row.defaults,
    fieldIds: row.field_ids,
    rank: row.rank,
    origin: row.origin,
    archivedAt: row.archived_at,
    version: row.version,
  }
}

/** A field as somebody sees it, or null when they must not. Rules are told to those who may change them. */
export function presentField(row: FieldRow, { containers, fields }: Access): FieldView | null {
  if (fields.hidden.has(row.id)) return null
  const { archived_at, roll_up, seen_by, changed_by, ...rest } = row
  const rules = containers === 'all' ? { seenBy: seen_by, changedBy: changed_by } : NO_RULES
  return {
    ...rest,
    rollUp: roll_up,
    ...rules,
    isLocked: fields.locked.has(row.id),
    archivedAt: archived_at,
  }
}

const NO_RULES = { seenBy: null, changedBy: null }

/** A field as formulas know it. */
export function fieldOf({ id, key, name, kind, options, formula, roll_up, result }: FieldRow): CustomField {
  return { id, key, name, kind, options, formula, rollUp: roll_up, result }
}

export function presentLabel(row: LabelRow): LabelView {
  const { archived_at, ...rest } = row
  return { ...rest, archivedAt: archived_at }
}

export function presentView(row: SavedViewRow): SavedViewView {
  return {
    id: row.id,
    containerId: row.container_id,
    ownerId: row.owner_id,
    name: row.name,
    isShared: row.is_shared,
    isLocked: row.is_locked,
    isDefault: row.is_default,
    settings: row.settings,
    version: row.version,
  }
}
