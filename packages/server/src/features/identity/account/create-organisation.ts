import { operations, type ParsedInputOf } from '@millrace/contract'
import type { Event, Id } from '@millrace/core/kernel'
import { EVERY_FIELD } from '@millrace/core/work'
import { type Principal, refuse, type Unit } from '../../../platform/commands/index.ts'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { codeOf } from '../../../platform/fault.ts'
import { newId } from '../../../platform/ids.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { appendToJournal, openJournal } from '../../../platform/journal/index.ts'
import { identityEvent } from '../identity-events.ts'
import { usualColour } from '../person-colour.ts'
import { presentOrganisation, presentPerson } from '../present.ts'
import { listMemberships } from '../queries/list-memberships.ts'
import { checkRegional } from '../regional-settings.ts'
import { insertMembers } from '../store/accounts.ts'
import { insertOrganisation, type OrganisationRow } from '../store/organisations.ts'
import { type PersonRow, savePeople } from '../store/people.ts'
import { type AccountContext, accountOperation } from './account-operation.ts'

/** What founding an organisation needs from outside. */
export type FoundingDeps = {
  /** With closed sign-up only who belongs nowhere yet may found an organisation. */
  readonly signUp: 'open' | 'closed'
  /** Gives a new organisation what it starts with, such as item types; called in its first transaction. */
  readonly furnish: (unit: Unit) => Promise<void>
  /** Told after commit how far the journal reaches. */
  readonly onCommitted: (organisationId: string, seq: number) => void
}

type Input = ParsedInputOf<(typeof operations)['identity.createOrganisation']>

/** Founds an organisation with its journal and the user as its owner. */
export function createCreateOrganisation(deps: FoundingDeps) {
  return accountOperation(operations['identity.createOrganisation'], async (context, input) => {
    checkRegional(input)
    if (context.user.provider !== null) refuse('identity.provider_session')
    if (deps.signUp === 'closed') await checkHomeless(context)
    const personId = newId<'Person'>(context.now)
    const row: OrganisationRow = {
      id: input.id,
      slug: input.slug,
      name: input.name,
      currency: input.currency,
      time_zone: input.timeZone,
      week_start: 1,
      second_factor_required: false,
      provider_required: false,
    }
    const seq = await inTransaction(context.db, input.id, (tx) =>
      found({ tx, context, deps }, row, personId),
    ).catch((error: unknown) => rethrow(error, input))
    deps.onCommitted(input.id, seq)
    return {
      ...presentOrganisation(row),
      personId,
      orgRole: 'owner' as const,
      lacksSecondFactor: false,
      needsProvider: false,
    }
  })
}

async function checkHomeless({ db, user }: AccountContext): Promise<void> {
  const memberships = await listMemberships(db, user)
  if (memberships.length > 0) refuse('identity.organisations_closed')
}

type Around = { readonly tx: Tx; readonly context: AccountContext; readonly deps: FoundingDeps }

async function found(
  { tx, context, deps }: Around,
  row: OrganisationRow,
  personId: Id<'Person'>,
): Promise<number> {
  const events: Event[] = []
  const unit = createUnit({ tx, context, organisationId: row.id, personId, events })
  if (!(await insertOrganisation(tx, row))) refuse('platform.exists', { what: 'organisation' })
  await openJournal(tx, row.id)
  const owner = ownerOf(context, personId)
  await savePeople(unit, [owner])
  await insertMembers(unit, [{ user_id: context.user.userId, person_id: personId, email_vouched: false }])
  unit.record([
    identityEvent(unit, 'identity.organisation_created', {
      subject: { kind: 'organisation', id: row.id },
      data: { organisation: presentOrganisation(row) },
    }),
    identityEvent(unit, 'identity.person_added', {
      subject: { kind: 'person', id: personId },
      data: { person: presentPerson(owner) },
    }),
  ])
  await deps.furnish(unit)
  return await appendToJournal(tx, { organisationId: row.id, events, idempotency: null })
}

function ownerOf({ user }: AccountContext, id: Id<'Person'>): PersonRow {
  return {
    id,
    name: user.name,
    email: user.email,
    org_role: 'owner',
    status: 'active',
    title: '',
    colour: usualColour(id),
    origin: 'own',
    version: 1,
  }
}

function createUnit(of: {
  readonly tx: Tx
  readonly context: AccountContext
  readonly organisationId: Id<'Organisation'>
  readonly personId: Id<'Person'>
  readonly events: Event[]
}): Unit {
  const { tx, context, organisationId, personId, events } = of
  const principal: Principal = {
    userId: context.user.userId,
    personId,
    organisationId,
    orgRole: 'owner',
    access: { version: 1, containers: 'all', fields: EVERY_FIELD },
    scopes: null,
  }
  return {
    tx,
    organisationId,
    principal,
    actor: { kind: 'person', personId },
    origin: { kind: 'own' },
    now: context.now,
    newId: <Entity extends string>(): Id<Entity> => newId(context.now),
    // An owner acts everywhere anyway.
    openContainer: () => {},
    record: (more) => {
      events.push(...more)
    },
    enqueue: (job) => enqueue(tx, job),
  }
}

const UNIQUE_VIOLATION = '23505'

/** The id is checked with the insertion; what else is unique of an organisation is its slug. */
function rethrow(error: unknown, input: Input): never {
  if (codeOf(error) === UNIQUE_VIOLATION) refuse('identity.slug_taken', { slug: input.slug })
  throw error
}
