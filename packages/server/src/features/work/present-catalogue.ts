import type { FieldView, LabelView, SavedViewView, TypeView } from '@millrace/contract'
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

export function presentField(row: FieldRow): FieldView {
  const { archived_at, roll_up, ...rest } = row
  return { ...rest, rollUp: roll_up, archivedAt: archived_at }
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
