import type { ContainerView, GrantView } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import { EVERY_FIELD } from '@millrace/core/work'
import type { Unit } from '../../platform/commands/index.ts'
import { presentContainer } from './present-container.ts'
import type { ContainerRow } from './store/containers.ts'

/** A fact about a container, with the container as it then stands. */
export function containerEvent(
  unit: Unit,
  row: ContainerRow,
  fact: { readonly kind: string; readonly grant?: GrantView; readonly stateBefore?: ContainerRow['state'] },
): Event {
  const { version: _version, ...container } = row
  const { kind, ...more } = fact
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'container', id: row.id },
    containerId: row.id,
    data: { container, ...more },
  }
}

/** Tells that access may have changed, so that everybody who listens is looked at again. */
export function openAccess(unit: Unit, containerId: string): Event {
  return {
    id: unit.newId<'Event'>(),
    kind: 'access.changed',
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'container', id: containerId },
    containerId,
    data: {},
  }
}

/** A container as whoever just made it sees it. */
export function presentOwn(row: ContainerRow): ContainerView {
  const view = presentContainer(row, {
    version: 0,
    containers: new Map([[row.id, 'manager']]),
    fields: EVERY_FIELD,
  })
  if (!view) throw new Error('the maker of a container sees it')
  return view
}
