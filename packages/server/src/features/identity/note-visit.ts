import { EVERY_FIELD } from '@millrace/core/work'
import { type ExecuteDeps, executeWork, type Principal } from '../../platform/commands/index.ts'
import type { Happening } from './auth/visit.ts'
import { identityEvent } from './identity-events.ts'
import type { SignedIn } from './queries/find-session.ts'
import { listPlaces } from './queries/list-memberships.ts'

/** Whose visit it is, and where from. */
export type Visit = {
  readonly userId: string
  /** The one organisation it concerns; null: all they belong to. */
  readonly organisationId: string | null
  readonly address: string
}

/** The visit of somebody who is signed in: who came by a provider visits its organisation alone. */
export function visitOf(user: SignedIn, address: string): Visit {
  return { userId: user.userId, organisationId: user.providerOrganisationId, address }
}

/** How a provider is called that somebody came by; otherwise the door says it. */
export type VisitNote = Omit<Happening, 'door'> & { readonly door: string | null }

/** Writes what concerns signing in into the journals of the organisations whose people it concerns. */
export type NoteVisit = (visit: Visit, happening: VisitNote) => Promise<void>

/** Notes visits; whoever failed to sign in is nobody, so that what failed is told of them and not by them. */
export function createNoteVisit(execute: ExecuteDeps): NoteVisit {
  return async ({ userId, organisationId, address }, { kind, door }) => {
    const places = await listPlaces(execute.db, { userId, organisationId })
    // Each organisation has a journal behind its own wall, and nearly everybody belongs to one.
    for (const { organisation_id: id, person_id: personId } of places) {
      const principal: Principal = {
        userId,
        personId,
        organisationId: id,
        orgRole: 'guest',
        access: { version: 0, containers: new Map(), fields: EVERY_FIELD },
        scopes: null,
      }
      const actor =
        kind === 'identity.sign_in_failed'
          ? ({ kind: 'system' } as const)
          : { kind: 'person' as const, personId }
      await executeWork(execute, { principal, actor }, async (unit) => {
        unit.record([
          identityEvent(unit, kind, {
            // Nobody follows sessions: the journal alone keeps it.
            subject: { kind: 'session', id: unit.newId() },
            data: { visit: { name: address, door }, personId },
          }),
        ])
      })
    }
  }
}
