import { operations, type ParsedInputOf } from '@millrace/contract'
import { checkInvitation, INVITATION_DAYS } from '@millrace/core/people'
import { EVERY_FIELD } from '@millrace/core/work'
import {
  accepted,
  type Command,
  command,
  mayInOrganisation,
  refuse,
  roleIn,
  type Unit,
} from '../../../platform/commands/index.ts'
import { type IdentityEventKind, identityEvent } from '../identity-events.ts'
import { INVITATION_JOB } from '../invitation-mail.ts'
import { makeInvitationSecret } from '../invitation-secret.ts'
import { presentInvitation } from '../present-invitation.ts'
import { countInvitationsEndingAfter, findContainerIds, findTakenEmails } from '../queries/find-invitation.ts'
import {
  type InvitationRow,
  insertInvitationContainers,
  insertInvitations,
  lockInvitations,
  type NewInvitation,
  renewInvitations,
  revokeInvitations,
} from '../store/invitations.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** Whoever can found an organisation could otherwise have us write to the whole world. */
const MAILS_PER_HOUR = 100
/** Between two mails about one invitation. */
const MAIL_PAUSE_MS = 60_000

type Delivery = 'mail' | 'link'

/** What can be done to invitations, on an installation that sends mail or does not. */
export function invitationCommands({ canMail }: { readonly canMail: boolean }): readonly Command[] {
  const create = command(
    operations['identity.createInvitation'],
    async (unit, inputs) => {
      await checkAsked(unit, inputs, canMail)
      await checkWishes(unit, inputs)
      const made = inputs.map((input) => ({ input, ...makeLink(unit, input.delivery) }))
      const rows = made.map(
        ({ input, link }): NewInvitation => ({
          ...{ id: input.id, email: input.email, org_role: input.orgRole, ...link },
          containers: [...new Map(input.containers.map((place) => [place.containerId, place])).values()],
        }),
      )
      const fresh = new Set(await insertInvitations(unit, rows))
      rows.forEach(({ id }, index) => {
        if (!fresh.delete(id)) refuse('platform.exists', { what: 'invitation' }, index)
      })
      await insertInvitationContainers(unit, rows.flatMap(placesOf))
      return await answer(unit, 'identity.invitation_created', made)
    },
    (invitation) => ({ ...invitation, secret: null }),
  )
  const renew = command(
    operations['identity.renewInvitation'],
    async (unit, inputs) => {
      await checkAsked(unit, inputs, canMail)
      const known = await lockInvitations(
        unit,
        inputs.map(({ id }) => id),
      )
      inputs.forEach((input, index) => {
        const row = manageable(unit, known.get(input.id), index)
        checkWish(unit, { orgRole: row.org_role, containerIds: row.containers.map(containerOf) }, index)
        const isSoon = row.expires_at - INVITATION_DAYS * DAY_MS > unit.now - MAIL_PAUSE_MS
        if (input.delivery === 'mail' && row.mail !== 'none' && isSoon)
          refuse('platform.too_many_requests', {}, index)
      })
      const made = inputs.map((input) => ({ input, ...makeLink(unit, input.delivery) }))
      await renewInvitations(
        unit,
        made.map(({ input, link }) => ({ id: input.id, ...link })),
      )
      return await answer(unit, 'identity.invitation_renewed', made)
    },
    (invitation) => ({ ...invitation, secret: null }),
  )
  return [create, renew, revokeInvitation]
}

const revokeInvitation = command(operations['identity.revokeInvitation'], async (unit, inputs) => {
  checkScope(unit)
  const ids = inputs.map(({ id }) => id)
  const known = await lockInvitations(unit, ids)
  const rows = inputs.map(({ id }, index) => manageable(unit, known.get(id), index))
  await revokeInvitations(unit, ids)
  const revoked = rows.map((row) => ({ ...row, revoked_at: unit.now, version: row.version + 1 }))
  unit.record(revoked.map((row) => invitationEvent(unit, 'identity.invitation_revoked', row)))
  return inputs.map(() => ({}))
})

/** A token that may only write must not let people in. */
function checkScope({ principal }: Unit): void {
  const isWithin = principal.scopes === null || principal.scopes.includes('admin')
  if (!isWithin) refuse('platform.scope_missing', { scope: 'admin' })
}

async function checkAsked(
  unit: Unit,
  inputs: readonly { readonly delivery: Delivery }[],
  canMail: boolean,
): Promise<void> {
  checkScope(unit)
  const first = inputs.findIndex(({ delivery }) => delivery === 'mail')
  if (first < 0) return
  if (!canMail) refuse('identity.mail_missing', {}, first)
  const since = unit.now + INVITATION_DAYS * DAY_MS - HOUR_MS
  const count = await countInvitationsEndingAfter(unit.tx, unit.organisationId, since)
  if (count + inputs.length > MAILS_PER_HOUR) refuse('platform.too_many_requests', {}, first)
}

async function checkWishes(
  unit: Unit,
  inputs: readonly ParsedInputOf<(typeof operations)['identity.createInvitation']>[],
): Promise<void> {
  const { tx, organisationId } = unit
  const wishes = inputs.map(({ orgRole, containers }) => ({
    orgRole,
    containerIds: containers.map(containerOf),
  }))
  const there = await findContainerIds(
    tx,
    organisationId,
    wishes.flatMap(({ containerIds }) => containerIds),
  )
  wishes.forEach((wish, index) => {
    if (wish.containerIds.some((id) => !there.has(id)))
      refuse('platform.not_found', { what: 'container' }, index)
    checkWish(unit, wish, index)
  })
  // Whoever does not manage people is not told who is here already.
  if (!mayInOrganisation(unit.principal, 'people.manage')) return
  const taken = await findTakenEmails(
    tx,
    organisationId,
    inputs.map(({ email }) => email),
  )
  inputs.forEach(({ email }, index) => {
    if (taken.has(email)) refuse('identity.email_taken', { email }, index)
  })
}

function checkWish(unit: Unit, wish: Parameters<typeof checkInvitation>[1], index: number): void {
  const { orgRole, access } = unit.principal
  accepted(checkInvitation({ orgRole, roleIn: (id) => roleIn(access, id) }, wish), index)
}

/** The invitation, for whoever manages people and for whoever made it; for others it is not there. */
function manageable(unit: Unit, row: InvitationRow | undefined, index: number): InvitationRow {
  const { principal } = unit
  const isTheirs = row?.invited_by === principal.personId || mayInOrganisation(principal, 'people.manage')
  return row && isTheirs ? row : refuse('platform.not_found', { what: 'invitation' }, index)
}

/** A link to be passed on by hand has its secret now; the one in a mail gets it when the mail is written. */
function makeLink(unit: Unit, delivery: Delivery) {
  const expires_at = unit.now + INVITATION_DAYS * DAY_MS
  if (delivery === 'mail')
    return { secret: null, link: { secret_hash: null, mail: 'waiting' as const, expires_at } }
  const { secret, hash } = makeInvitationSecret()
  return { secret, link: { secret_hash: hash, mail: 'none' as const, expires_at } }
}

function placesOf({ id, containers }: NewInvitation) {
  return containers.map(({ containerId, role }) => ({
    invitation_id: id,
    container_id: containerId,
    role,
  }))
}

function containerOf({ containerId }: { readonly containerId: string }): string {
  return containerId
}

type Made = { readonly input: { readonly id: string }; readonly secret: string | null }

/** Records what was made, asks for its mails, and answers with it. */
async function answer(unit: Unit, kind: IdentityEventKind, made: readonly Made[]) {
  const rows = await lockInvitations(
    unit,
    made.map(({ input }) => input.id),
  )
  unit.record([...rows.values()].map((row) => invitationEvent(unit, kind, row)))
  await Promise.all(
    [...rows.values()]
      .filter(({ mail }) => mail === 'waiting')
      .map(({ id, version }) =>
        unit.enqueue({
          kind: INVITATION_JOB,
          organisationId: unit.organisationId,
          payload: { invitationId: id, version },
        }),
      ),
  )
  return made.map(({ input, secret }, index) => {
    const row = rows.get(input.id) ?? refuse('platform.not_found', { what: 'invitation' }, index)
    return { ...presentInvitation(row, { now: unit.now, access: unit.principal.access }), secret }
  })
}

function invitationEvent(unit: Unit, kind: IdentityEventKind, row: InvitationRow) {
  return identityEvent(unit, kind, {
    subject: { kind: 'invitation', id: row.id },
    data: {
      invitation: presentInvitation(row, {
        now: unit.now,
        access: { version: 0, containers: 'all', fields: EVERY_FIELD },
      }),
    },
  })
}
