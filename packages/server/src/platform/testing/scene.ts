import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf, operations } from '@millrace/contract'
import type { Id, Instant } from '@millrace/core/kernel'
import { EVERY_FIELD } from '@millrace/core/work'
import { z } from 'zod'
import {
  ask,
  type Command,
  type ContainerRole,
  createRegistry,
  type ExecuteDeps,
  execute,
  type OrgRole,
  type Principal,
  type Query,
  type Reaction,
  Refused,
  type Unit,
} from '../commands/index.ts'
import { inTransaction, type Tx } from '../db/transaction.ts'
import { newId } from '../ids.ts'
import { type JournalEvent, readEventsAfter } from '../journal/index.ts'
import type { Topic } from '../realtime/index.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

/** Who there is: each has the role of the same name in every container, the stranger none. */
export type Who = ContainerRole | 'stranger'

type Operations = typeof operations
type Name = keyof Operations

type Offers = {
  readonly commands: readonly Command[]
  readonly queries: readonly Query[]
  readonly reactions?: readonly Reaction[]
  readonly topics?: readonly Topic[]
}

const PEOPLE: readonly Who[] = ['manager', 'contributor', 'commenter', 'viewer', 'stranger']
const ORG_ROLE: Readonly<Record<Who, OrgRole>> = {
  manager: 'member',
  contributor: 'member',
  commenter: 'member',
  viewer: 'member',
  stranger: 'guest',
}

const DOOR = {
  id: 'scene.within',
  route: { kind: 'command', method: 'POST', path: '/scene', scope: 'organisation' },
  summary: 'Something a test does.',
  permission: 'session',
  refusals: [],
} as const

const WORKFLOW = {
  moves: 'any',
  states: ['backlog', 'ready', 'inProgress', 'waiting', 'inReview', 'done'].map((group) => ({
    id: group.toLowerCase(),
    name: group,
    group,
    wipLimit: null,
  })),
}

/**
 * An organisation in a database of its own, with five people, in which the commands and questions
 * of some features can be carried out as the server does it.
 */
export class Scene {
  /** When commands are carried out; null: now. */
  now: Instant | null = null
  readonly database: TestDatabase
  readonly organisationId: Id<'Organisation'> = newId<'Organisation'>()
  readonly typeId: Id<'ItemType'> = newId<'ItemType'>()
  readonly personIds = new Map<Who, Id<'Person'>>(PEOPLE.map((who) => [who, newId<'Person'>()]))
  private readonly roles = new Map<Who, Map<string, ContainerRole>>(PEOPLE.map((who) => [who, new Map()]))
  private readonly orgRoles = new Map(PEOPLE.map((who) => [who, ORG_ROLE[who]]))
  private readonly offers: Offers
  private seen = 0

  private constructor(database: TestDatabase, offers: Offers) {
    this.database = database
    this.offers = offers
  }

  static async open(offers: Offers): Promise<Scene> {
    const scene = new Scene(await createTestDatabase(), offers)
    await scene.settle()
    return scene
  }

  async close(): Promise<void> {
    await this.database.close()
  }

  personId(who: Who): Id<'Person'> {
    return this.personIds.get(who) ?? ''
  }

  /** Somebody with what they may do in the containers there are now. */
  principal(who: Who): Principal {
    return {
      userId: null,
      personId: this.personId(who),
      organisationId: this.organisationId,
      orgRole: this.orgRoles.get(who) ?? ORG_ROLE[who],
      access: { version: 1, containers: new Map(this.roles.get(who)), fields: EVERY_FIELD },
      scopes: null,
    }
  }

  /** Gives somebody another role in the organisation, from now on. */
  appoint(who: Who, orgRole: OrgRole): void {
    this.orgRoles.set(who, orgRole)
  }

  /** Adds a container in which everybody but the stranger has the role of their name. */
  async addContainer(
    kind: 'project' | 'process' | 'case' | 'list',
    more: { readonly state?: 'active' | 'closed'; readonly members?: readonly Who[] } = {},
  ): Promise<Id<'Container'>> {
    const id = newId<'Container'>()
    const key = `C${this.containerCount()}`
    await this.sql(
      `insert into container (organisation_id, id, kind, key, name, state, visibility, default_type_id, default_area, created_at)
       values ($1, $2, $3, $4, $5, $6, 'private', $7, '2.3', now())`,
      [this.organisationId, id, kind, key, `${kind} ${key}`, more.state ?? 'active', this.typeId],
    )
    for (const who of PEOPLE) {
      if (who === 'stranger') continue
      if (more.members && !more.members.includes(who)) continue
      this.roles.get(who)?.set(id, who)
      await this.sql(
        `insert into container_grant (organisation_id, id, container_id, person_id, role) values ($1, $2, $3, $4, $5)`,
        [this.organisationId, randomUUID(), id, this.personId(who), who],
      )
    }
    return id
  }

  /** Carries out one command and gives its answer. */
  async run<Called extends Name>(
    who: Who,
    name: Called,
    input: InputOf<Operations[Called]>,
  ): Promise<OutputOf<Operations[Called]>> {
    const [answer] = await this.runAll(who, [{ name, input }])
    return answer as OutputOf<Operations[Called]> // What the command of this name answers.
  }

  /** What work in the background is given. */
  get deps(): ExecuteDeps {
    return { db: this.database.db, registry: this.registry(), onCommitted: () => {} }
  }

  /** Carries out several commands in one transaction. */
  async runAll(
    who: Who,
    calls: readonly { readonly name: Name; readonly input: unknown }[],
  ): Promise<readonly unknown[]> {
    const answer = await execute(this.deps, {
      principal: this.principal(who),
      calls,
      ...(this.now === null ? {} : { now: this.now }),
    })
    return answer.results
  }

  /** Does something inside a transaction of its own, journalled like a command: for doors that need a unit. */
  async within<Value>(who: Who, work: (unit: Unit) => Promise<Value>): Promise<Value> {
    const operation = { ...DOOR, input: z.unknown(), output: z.unknown() }
    const door: Command = { operation, run: async (unit) => [await work(unit)] }
    const registry = createRegistry([door], [], this.offers.reactions ?? [])
    const deps = { db: this.database.db, registry, onCommitted: () => {} }
    const calls = [{ name: DOOR.id, input: null }]
    const { results } = await execute(deps, {
      principal: this.principal(who),
      calls,
      ...(this.now === null ? {} : { now: this.now }),
    })
    return results[0] as Value // The answer of the one call.
  }

  /** Asks one question. */
  async ask<Called extends Name>(
    who: Who,
    name: Called,
    input: InputOf<Operations[Called]>,
  ): Promise<OutputOf<Operations[Called]>> {
    const answer = await ask(this.deps, { principal: this.principal(who), name, input })
    return answer as OutputOf<Operations[Called]> // What the question of this name answers.
  }

  /** What the change stream shows of some entities to somebody; `null` for what they do not see. */
  async show(who: Who, kind: string, ids: readonly string[]): Promise<readonly unknown[]> {
    const topic = this.offers.topics?.find((candidate) => candidate.kind === kind)
    if (!topic) throw new Error(`no topic ${kind}`)
    const shown = await this.read((tx) => topic.load(tx, this.organisationId, ids))
    return ids.map((id): unknown => JSON.parse(shown.get(id)?.viewFor(this.principal(who)) ?? 'null'))
  }

  /** What was journalled since this was last asked. */
  async newEvents(): Promise<readonly JournalEvent[]> {
    const where = { organisationId: this.organisationId, seq: this.seen, limit: 10_000 }
    const events = await this.read((tx) => readEventsAfter(tx, where))
    this.seen = events.at(-1)?.seq ?? this.seen
    return events
  }

  /** Reads as the application does, within row-level security. */
  async read<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
    return await inTransaction(this.database.db, this.organisationId, work)
  }

  /** Looks or reaches behind the walls, as the owner of the database. */
  async sql(text: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
    const { rows } = await this.database.owner.pool.query<Record<string, unknown>>(text, [...values])
    return rows
  }

  private registry() {
    return createRegistry(this.offers.commands, this.offers.queries, this.offers.reactions ?? [])
  }

  private containerCount(): number {
    return this.roles.get('manager')?.size ?? 0
  }

  private async settle(): Promise<void> {
    const organisationId = this.organisationId
    await this.sql(`insert into organisation (id, slug, name, created_at) values ($1, $2, 'Scene', now())`, [
      organisationId,
      `scene-${organisationId}`,
    ])
    await this.sql('insert into journal_head (organisation_id) values ($1)', [organisationId])
    for (const who of PEOPLE) {
      await this.sql(
        `insert into person (organisation_id, id, name, org_role, status, created_at)
         values ($1, $2, $3, $4, 'active', now())`,
        [organisationId, this.personId(who), who, ORG_ROLE[who]],
      )
    }
    await this.sql(
      `insert into item_type (organisation_id, id, name, icon, workflow, readiness_gate, rank)
       values ($1, $2, 'Task', 'square', $3, 'soft', 'V')`,
      [organisationId, this.typeId, JSON.stringify(WORKFLOW)],
    )
  }
}

/** The code with which something is refused; fails when it is not. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code
    throw error
  }
  throw new Error('it was not refused')
}
