import type { Event } from '@millrace/core/kernel'
import { refuse, type Unit } from '../../platform/commands/index.ts'
import { touchCatalogue } from '../identity/index.ts'
import { letGoOfCatalogue } from './catalogue-cache.ts'

/** Saving writes over what has the same id. */
export function refuseTwice(
  what: 'type' | 'field' | 'label',
  rows: readonly { readonly id: string }[],
  found: readonly { readonly id: string }[],
): void {
  const existing = new Set(found.map(({ id }) => id))
  const index = rows.findIndex(({ id }) => existing.has(id))
  if (index !== -1) refuse('platform.exists', { what }, index)
}

export function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map((row) => row.id)
}

export type Kept = { readonly id: string; readonly version: number; readonly archived_at: number | null }

export async function keep<Row extends Kept>(
  unit: Unit,
  rows: readonly Row[],
  how: {
    readonly kind: 'type' | 'field' | 'label'
    readonly save: (unit: Unit, rows: readonly Row[]) => Promise<void>
  },
): Promise<void> {
  await how.save(unit, rows)
  await touchCatalogue(unit)
  letGoOfCatalogue(unit.tx)
  unit.record(
    rows.map(
      (row): Event => ({
        id: unit.newId<'Event'>(),
        kind: `work.${how.kind}_${row.version === 1 ? 'created' : 'changed'}`,
        at: unit.now,
        actor: unit.actor,
        subject: { kind: how.kind, id: row.id },
        containerId: null,
        data: { [how.kind]: row },
      }),
    ),
  )
}

export function archivedAt(unit: Unit, row: Kept, isArchived: boolean | undefined): number | null {
  if (isArchived === undefined) return row.archived_at
  return isArchived ? (row.archived_at ?? unit.now) : null
}

export function byId<Row extends Kept>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

export function withoutUndefined<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as ReturnType<typeof withoutUndefined<Fields>> // Only undefined values were dropped.
}
