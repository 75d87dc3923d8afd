import { operations, type ParsedInputOf } from '@millrace/contract'
import type { Id } from '@millrace/core/kernel'
import type { ContainerRole } from '@millrace/core/people'
import { EVERY_FIELD } from '@millrace/core/work'
import { hashPassword } from 'better-auth/crypto'
import {
  type ExecuteDeps,
  executeWork,
  type Principal,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { newId } from '../../../platform/ids.ts'
import { accessChanged, identityEvent } from '../identity-events.ts'
import { hashOfInvitation } from '../invitation-secret.ts'
import { presentPerson } from '../present.ts'
import { touchAccess } from '../store/access-version.ts'
import { insertAccounts, insertMembers } from '../store/accounts.ts'
import { closeInvitation, lockInvitationOf } from '../store/invitations.ts'
import { savePeople } from '../store/people.ts'
import { type VisitorContext, visitorOperation } from './account-operation.ts'
import {
  countAttempt,
  type DoorDeps,
  findOpenInvitation,
  type OpenInvitation,
  stateOf,
} from './invitation-door.ts'
import { type Comer, type Coming, type Entry, planEntry } from './plan-entry.ts'

/** Lets a person into containers, or raises what they may do there; called in the transaction of joining. */
export type LetIn = (
  unit: Unit,
  entry: {
    readonly personId: string
    readonly containers: readonly { readonly containerId: string; readonly role: ContainerRole }[]
  },
) => Promise<void>

/** What accepting an invitation needs. */
export type AcceptDeps = DoorDeps & { readonly execute: ExecuteDeps; readonly letIn: LetIn }

type Input = ParsedInputOf<(typeof operations)['identity.acceptInvitation']>

/** Makes whoever has the link of an invitation a person of its organisation. */
export function createAcceptInvitation(deps: AcceptDeps) {
  return visitorOperation(operations['identity.acceptInvitation'], async (context, input) => {
    countAttempt(deps, context.address)
    const { organisationId } = input
    const open = await findOpenInvitation(deps, context.db, { ...input, now: context.now })
    const comer = await comerOf(context, input, open)
    const coming = { comer, open, freshId: newId<'Person'>(context.now) }
    const { personId } = await inTransaction(context.db, organisationId, (tx) =>
      planEntry({ tx, organisationId }, coming),
    )
    await executeWork(
      deps.execute,
      { principal: newcomer(personId, open, input), actor: { kind: 'person', personId }, now: context.now },
      async (unit) => {
        // Holds the organisation's row: nobody else joins or changes meanwhile.
        await touchAccess(unit)
        const entry = await planEntry(unit, coming)
        if (entry.personId !== personId) refuse('identity.invitation_known')
        const invitation = await lockInvitationOf(unit, hashOfInvitation(input.secret))
        if (!invitation || stateOf(invitation, unit.now) !== 'open') refuse('identity.invitation_void')
        await join(unit, coming, entry)
        await deps.letIn(unit, { personId, containers: open.found.containers })
        await close(unit, open, personId)
      },
    )
    return { slug: open.found.slug, personId, email: comer.email }
  })
}

async function comerOf({ user }: VisitorContext, input: Input, { found }: OpenInvitation): Promise<Comer> {
  if (user?.provider) return refuse('identity.provider_session')
  if (user) return { userId: user.userId, name: user.name, email: user.email, passwordHash: null }
  const { account } = input
  if (!account) return refuse('platform.not_signed_in')
  return {
    userId: newId<'User'>(),
    name: account.name,
    email: found.email,
    passwordHash: await hashPassword(account.password),
  }
}

/** Somebody who is in already only gets into containers. */
async function join(unit: Unit, { comer, open }: Coming, { row, isJoining }: Entry): Promise<void> {
  if (row === null) return
  if (comer.passwordHash !== null) await makeAccount(unit, comer, comer.passwordHash)
  await savePeople(unit, [row])
  const joined = await insertMembers(unit, [
    // Who accepts with another account than the invited address has it on their own word.
    { user_id: comer.userId, person_id: row.id, email_vouched: comer.email === open.found.email },
  ])
  if (!joined.has(row.id)) refuse('identity.invitation_known')
  unit.record([
    identityEvent(unit, isJoining ? 'identity.person_joined' : 'identity.person_added', {
      subject: { kind: 'person', id: row.id },
      data: { person: presentPerson(row) },
    }),
  ])
}

async function makeAccount(unit: Unit, { userId, name, email }: Comer, passwordHash: string): Promise<void> {
  const account = { user_id: userId, account_id: unit.newId<'Account'>(), name, email }
  const made = await insertAccounts(unit.tx, [{ ...account, password_hash: passwordHash }])
  if (!made.has(userId)) refuse('identity.invitation_sign_in')
}

async function close(unit: Unit, { found: { id, email } }: OpenInvitation, personId: string): Promise<void> {
  await closeInvitation(unit, id, personId)
  unit.record([
    identityEvent(unit, 'identity.invitation_accepted', {
      subject: { kind: 'invitation', id },
      data: { invitation: { id, email }, personId },
    }),
    accessChanged(unit, { kind: 'person', id: personId }),
  ])
}

function newcomer(personId: Id<'Person'>, { found }: OpenInvitation, input: Input): Principal {
  const roles = found.containers.map(({ containerId, role }) => [containerId, role] as const)
  return {
    userId: null,
    personId,
    organisationId: input.organisationId,
    orgRole: found.org_role,
    access: { version: 0, containers: new Map(roles), fields: EVERY_FIELD },
    scopes: null,
  }
}
