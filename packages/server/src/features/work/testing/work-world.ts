import type { Event, Id } from '@millrace/core/kernel'
import { EVERY_FIELD } from '@millrace/core/work'
import {
  ask,
  createRegistry,
  type ExecuteAnswer,
  execute,
  type Principal,
  type Reaction,
} from '../../../platform/commands/index.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { newId } from '../../../platform/ids.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { appendToJournal, openJournal } from '../../../platform/journal/index.ts'
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts'
import { createDefaultCatalogue, workCommands, workQueries } from '../index.ts'

type Call = { readonly name: string; readonly input: unknown }

/** An organisation with an owner, on a database of its own, for trying commands and questions. */
export type WorkWorld = {
  readonly database: TestDatabase
  readonly organisationId: Id<'Organisation'>
  readonly owner: Principal
  readonly run: (calls: readonly Call[], as?: Principal) => Promise<ExecuteAnswer>
  readonly ask: (name: string, input: unknown, as?: Principal) => Promise<unknown>
  /** A person who sees only the given containers. */
  readonly addPerson: (
    role: 'member' | 'guest',
    containers: ReadonlyMap<string, 'viewer' | 'commenter' | 'contributor' | 'manager'>,
  ) => Promise<Principal>
}

/** Makes a world; close its database at the end. */
export async function createWorkWorld(
  database?: TestDatabase,
  reactions: readonly Reaction[] = [],
): Promise<WorkWorld> {
  const place = database ?? (await createTestDatabase())
  const organisationId = newId<'Organisation'>()
  const ownerId = newId<'Person'>()
  const owner: Principal = {
    userId: null,
    personId: ownerId,
    organisationId,
    orgRole: 'owner',
    access: { version: 1, containers: 'all', fields: EVERY_FIELD },
    scopes: null,
  }
  await found(place, owner)
  const deps = {
    db: place.db,
    registry: createRegistry(workCommands, workQueries, reactions),
    onCommitted: () => {},
  }
  return {
    database: place,
    organisationId,
    owner,
    run: (calls, as = owner) => execute(deps, { principal: as, calls }),
    ask: (name, input, as = owner) => ask(deps, { principal: as, name, input }),
    addPerson: async (orgRole, containers) => {
      const personId = newId<'Person'>()
      await addPersonRow(place, { organisationId, personId, orgRole })
      return { ...owner, personId, orgRole, access: { version: 1, containers, fields: EVERY_FIELD } }
    },
  }
}

async function found(place: TestDatabase, owner: Principal): Promise<void> {
  const { organisationId, personId } = owner
  await place.owner.pool.query(
    'insert into organisation (id, slug, name, created_at) values ($1, $2, $3, now())',
    [organisationId, organisationId, 'Test'],
  )
  await addPersonRow(place, { organisationId, personId, orgRole: 'owner' })
  await inTransaction(place.db, organisationId, async (tx) => {
    await openJournal(tx, organisationId)
    const events: Event[] = []
    await createDefaultCatalogue({
      tx,
      organisationId,
      principal: owner,
      actor: { kind: 'person', personId },
      origin: { kind: 'own' },
      now: Date.now(),
      newId,
      openContainer: () => {},
      record: (more) => events.push(...more),
      enqueue: (job) => enqueue(tx, job),
    })
    await appendToJournal(tx, { organisationId, events, idempotency: null })
  })
}

async function addPersonRow(
  place: TestDatabase,
  person: { readonly organisationId: string; readonly personId: string; readonly orgRole: string },
): Promise<void> {
  await place.owner.pool.query(
    `insert into person (organisation_id, id, name, org_role, status, created_at) values ($1, $2, $3, $4, 'active', now())`,
    [person.organisationId, person.personId, `Person ${person.personId.slice(-4)}`, person.orgRole],
  )
}
