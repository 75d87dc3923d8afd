import type { Event, SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'

/** What identity records about organisations, people, teams, tokens and signing in. */
export type IdentityEventKind =
  | 'identity.organisation_created'
  | 'identity.organisation_changed'
  | 'identity.person_added'
  | 'identity.person_joined'
  | 'identity.person_changed'
  | 'identity.team_created'
  | 'identity.team_changed'
  | 'identity.team_members_set'
  | 'identity.invitation_created'
  | 'identity.invitation_renewed'
  | 'identity.invitation_revoked'
  | 'identity.invitation_accepted'
  | 'identity.signed_in'
  | 'identity.sign_in_failed'
  | 'identity.signed_out'
  | 'identity.sessions_ended'
  | 'identity.password_changed'
  | 'identity.second_factor_on'
  | 'identity.second_factor_off'
  | 'identity.recovery_codes_renewed'
  | 'identity.passkey_added'
  | 'identity.passkey_removed'
  | 'identity.provider_connected'
  | 'identity.provider_created'
  | 'identity.provider_changed'
  | 'identity.provider_removed'
  | 'identity.token_created'
  | 'identity.token_revoked'

/** A fact about a subject, with what it now is. Secrets never stand in the journal. */
export function identityEvent(
  unit: Unit,
  kind: IdentityEventKind,
  about: { readonly subject: SubjectRef; readonly data: Readonly<Record<string, unknown>> },
): Event {
  return toEvent(unit, kind, about)
}

/** Tells that rights may have changed, so that everybody who listens is looked at again. */
export function accessChanged(unit: Unit, subject: SubjectRef): Event {
  return toEvent(unit, 'access.changed', { subject, data: {} })
}

function toEvent(
  unit: Unit,
  kind: string,
  { subject, data }: { readonly subject: SubjectRef; readonly data: Readonly<Record<string, unknown>> },
): Event {
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject,
    containerId: null,
    data,
  }
}
