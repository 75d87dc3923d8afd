/**
 * What the journal tells those who run an organisation, in groups: who came in and how they prove who
 * they are, who is here, who may do what, how programs get in, what holds for everybody, what came in
 * and went out as a whole, what was put away.
 * Everyday work is not among it; each item has its own history.
 */
export const AUDIT_KINDS = {
  signIn: [
    'identity.signed_in',
    'identity.sign_in_failed',
    'identity.signed_out',
    'identity.sessions_ended',
    'identity.password_changed',
    'identity.second_factor_on',
    'identity.second_factor_off',
    'identity.recovery_codes_renewed',
    'identity.passkey_added',
    'identity.passkey_removed',
    'identity.provider_connected',
  ],
  people: [
    'identity.person_added',
    'identity.person_joined',
    'identity.person_changed',
    'identity.team_created',
    'identity.team_changed',
    'identity.team_members_set',
    'identity.invitation_created',
    'identity.invitation_renewed',
    'identity.invitation_revoked',
    'identity.invitation_accepted',
  ],
  access: ['work.access_granted', 'work.access_revoked', 'work.container_created', 'work.container_changed'],
  tokens: ['identity.token_created', 'identity.token_revoked'],
  settings: [
    'identity.organisation_created',
    'identity.organisation_changed',
    'identity.provider_created',
    'identity.provider_changed',
    'identity.provider_removed',
    'work.type_created',
    'work.type_changed',
    'work.field_created',
    'work.field_changed',
    'work.label_created',
    'work.label_changed',
  ],
  data: [
    'exchange.import_uploaded',
    'exchange.import_approved',
    'exchange.import_finished',
    'exchange.import_failed',
    'exchange.import_reverted',
    'exchange.demo_removed',
    'exchange.exported',
    'exchange.organisation_export_started',
    'exchange.organisation_exported',
    'exchange.organisation_export_failed',
    'exchange.organisation_export_removed',
    'exchange.organisation_imported',
  ],
  archive: [
    'work.container_archived',
    'work.container_restored',
    'work.archived',
    'work.restored',
    'work.merged',
  ],
} as const

/** A group of kinds of events. */
export type AuditGroup = keyof typeof AUDIT_KINDS

/** What an event was about, as far as it can be said in a line. */
export type AuditSubject = {
  /** What it is called; empty when the event does not say. */
  readonly name: string
  /** The person or team it concerned besides. */
  readonly aboutId: string | null
  /** A role that was given or is held now; of a visit, the door it came by. */
  readonly role: string | null
}

/** The kinds of a group, or of all of them. */
export function auditKinds(group: AuditGroup | null): readonly string[] {
  return group === null ? Object.values(AUDIT_KINDS).flat() : AUDIT_KINDS[group]
}

/** What an event was about. Nothing but names and roles is taken out of it. */
export function auditSubject(data: Readonly<Record<string, unknown>>): AuditSubject {
  const holders = ['person', 'invitation', 'token', 'team', 'container', 'type', 'field', 'label']
  const found = [...holders, 'organisation', 'provider', 'visit', 'export'].map((name) =>
    recordIn(data, name),
  )
  const named = found.find((record) => record !== null) ?? {}
  const grant = recordIn(data, 'grant') ?? {}
  return {
    name:
      textIn(named, 'name') ?? textIn(named, 'email') ?? textIn(named, 'title') ?? textIn(data, 'file') ?? '',
    aboutId: textIn(grant, 'personId') ?? textIn(grant, 'teamId') ?? textIn(data, 'personId'),
    role: textIn(grant, 'role') ?? textIn(named, 'orgRole') ?? textIn(named, 'door'),
  }
}

type Data = Readonly<Record<string, unknown>>

function recordIn(data: Data, name: string): Data | null {
  const value = data[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
}

function textIn(data: Data, name: string): string | null {
  const value = data[name]
  return typeof value === 'string' && value !== '' ? value : null
}
