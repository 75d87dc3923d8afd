import type { Event, SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import type { RunRow } from './import-run.ts'

/** What is recorded about imports. */
export type RunEventKind =
  | 'exchange.import_uploaded'
  | 'exchange.import_mapped'
  | 'exchange.import_checked'
  | 'exchange.import_started'
  | 'exchange.import_progressed'
  | 'exchange.import_finished'
  | 'exchange.import_failed'
  | 'exchange.import_approved'
  | 'exchange.import_revert_asked'
  | 'exchange.import_reverted'

/** A fact about a run. */
export function runEvent(
  unit: Unit,
  kind: RunEventKind,
  about: { readonly row: RunRow; readonly data?: Readonly<Record<string, unknown>> },
): Event {
  const { row, data } = about
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'import', id: row.id },
    containerId: null,
    data: { file: row.file_name, state: row.state, ...data },
  }
}

/** Tells that things are gone, so that whoever shows them stops. A few hundred in one event keep it small. */
export function goneEvents(unit: Unit, subject: SubjectRef, gone: readonly SubjectRef[]): readonly Event[] {
  const events: Event[] = []
  for (let at = 0; at < gone.length; at += GONE_AT_ONCE) {
    events.push({
      id: unit.newId<'Event'>(),
      kind: 'exchange.removed',
      at: unit.now,
      actor: unit.actor,
      subject,
      containerId: null,
      data: {},
      touches: gone.slice(at, at + GONE_AT_ONCE),
    })
  }
  return events
}

const GONE_AT_ONCE = 500
