import type { Actor, Event, Id, Instant } from '@millrace/core/kernel'
import { withoutFields, withoutItems } from '@millrace/core/work'
import { type Db, inTransaction, type Tx } from '../db/transaction.ts'
import { newId } from '../ids.ts'
import { enqueue, type NewJob } from '../jobs/index.ts'
import { appendToJournal, findAnswer } from '../journal/index.ts'
import { hiddenItems, lookingOut, withoutHidden } from './behind-wall.ts'
import { parseInput } from './parse-input.ts'
import { isContainerPermission, mayInOrganisation, type Principal, scopeToChange } from './principal.ts'
import { Refused, refuse } from './refused.ts'
import type { Command, Registry } from './registry.ts'
import type { OrganisationFacts, Origin, Unit } from './unit.ts'

/** A batch of commands, to be carried out whole or not at all. */
export type ExecuteRequest = {
  readonly principal: Principal
  readonly calls: readonly { readonly name: string; readonly input: unknown }[]
  /** The same key with the same request gets the first answer again; another request is refused. */
  readonly idempotency?: { readonly key: string; readonly requestHash: string }
  readonly actor?: Actor
  readonly origin?: Origin
  readonly now?: Instant
  readonly organisation?: OrganisationFacts
}

/** What came of it: one output per call, and the journal's position after it. */
export type ExecuteAnswer = { readonly seq: number; readonly results: readonly unknown[] }

export type ExecuteDeps = {
  readonly db: Db
  readonly registry: Registry
  /** Told after commit how far the journal reaches. */
  readonly onCommitted: (organisationId: string, seq: number) => void
  /** Told after commit that there is work for the background. */
  readonly onEnqueued?: () => void
}

/** A reaction that sets off reactions without end is a bug; nothing real needs a hundred rounds. */
const REACTION_ROUNDS_MAX = 100

type Group = { readonly command: Command; readonly inputs: unknown[]; readonly offset: number }

/**
 * Loads, decides, records and reacts, in one transaction.
 *
 * @throws Refused with the index of the refused call; then nothing was done
 */
export async function execute(deps: ExecuteDeps, request: ExecuteRequest): Promise<ExecuteAnswer> {
  const groups = groupCalls(deps.registry, request)
  const organisationId = request.principal.organisationId
  const answer = await inTransaction(deps.db, organisationId, async (tx) => {
    const principal = await lookingOut(tx, request.principal)
    const hidden = hiddenItems(principal.access)
    const earlier = request.idempotency ? await findEarlier(tx, request) : null
    if (earlier) return { ...earlier, hidden, isNew: false, hasJobs: false }
    const now = request.now ?? Date.now()
    const events: Event[] = []
    const jobs: NewJob[] = []
    const results: unknown[] = []
    const kept: unknown[] = []
    const unit = createUnit(tx, { ...request, principal }, { now, events, jobs })
    for (const group of await withoutHiddenInputs(tx, principal, groups)) {
      const before = events.length
      const outputs = await runGroup(unit, group)
      results.push(...outputs)
      kept.push(...(group.command.keep ? outputs.map(group.command.keep) : outputs))
      await react(deps.registry, unit, { events, from: before })
    }
    // Not waited for: it goes out together with the commit, which fails when it does.
    const seq = appendToJournal(tx, {
      organisationId,
      events,
      idempotency: request.idempotency
        ? { ...request.idempotency, personId: request.principal.personId, results: kept }
        : null,
    })
    seq.catch(() => {})
    return { seq, results, hidden, isNew: events.length > 0, hasJobs: jobs.length > 0 }
  })
  const seq = await answer.seq
  if (answer.isNew) deps.onCommitted(organisationId, seq)
  if (answer.hasJobs) deps.onEnqueued?.()
  // Also of a repeated request: what its answer told then, the person may not see any more.
  const { results, hidden } = answer
  const shown = hidden.size === 0 ? results : results.map((result) => withoutItems(result, hidden))
  return { seq, results: withoutFields(shown, request.principal.access.fields.hidden) }
}

function groupCalls(registry: Registry, request: ExecuteRequest): readonly Group[] {
  const groups: Group[] = []
  request.calls.forEach((call, index) => {
    const command = registry.commands.get(call.name)
    if (!command) refuse('platform.not_found', { what: `command ${call.name}` }, index)
    checkPermission(request.principal, command, index)
    const input = parseInput(command.operation, call.input, index)
    const last = groups.at(-1)
    if (last?.command === command) last.inputs.push(input)
    else groups.push({ command, inputs: [input], offset: index })
  })
  return groups
}

function checkPermission(principal: Principal, command: Command, index: number): void {
  const { permission, id } = command.operation
  const scope = scopeToChange(permission)
  if (principal.scopes !== null && !principal.scopes.includes(scope)) {
    refuse('platform.scope_missing', { scope }, index)
  }
  if (isContainerPermission(permission) || mayInOrganisation(principal, permission)) return
  refuse('platform.not_allowed', { permission, operation: id }, index)
}

async function withoutHiddenInputs(
  tx: Tx,
  principal: Principal,
  groups: readonly Group[],
): Promise<readonly Group[]> {
  const inputs = groups.map((group) => group.inputs)
  const shown = await withoutHidden(tx, principal, inputs)
  return shown === inputs ? groups : groups.map((group, index) => ({ ...group, inputs: shown[index] ?? [] }))
}

async function findEarlier(tx: Tx, request: ExecuteRequest): Promise<ExecuteAnswer | null> {
  if (!request.idempotency) return null
  const { organisationId, personId } = request.principal
  const found = await findAnswer(tx, { organisationId, personId, key: request.idempotency.key })
  if (!found) return null
  if (found.requestHash !== request.idempotency.requestHash) refuse('platform.idempotency_key_reused')
  return found.answer
}

function createUnit(
  tx: Tx,
  request: ExecuteRequest,
  at: { readonly now: Instant; readonly events: Event[]; readonly jobs: NewJob[] },
): Unit {
  const { now, events, jobs } = at
  let { principal } = request
  return {
    tx,
    organisationId: request.principal.organisationId,
    get principal() {
      return principal
    },
    actor: request.actor ?? { kind: 'person', personId: request.principal.personId },
    origin: request.origin ?? { kind: 'own' },
    now,
    organisation: request.organisation,
    newId: <Entity extends string>(): Id<Entity> => newId(now),
    openContainer: (containerId, role) => {
      const { containers } = principal.access
      if (containers === 'all') return
      principal = {
        ...principal,
        access: { ...principal.access, containers: new Map(containers).set(containerId, role) },
      }
    },
    record: (more) => {
      events.push(...more)
    },
    enqueue: async (job) => {
      jobs.push(job)
      await enqueue(tx, job)
    },
  }
}

async function runGroup(unit: Unit, group: Group): Promise<readonly unknown[]> {
  try {
    return await group.command.run(unit, group.inputs)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw withoutHiddenField(error, unit.principal.access.fields.hidden).shifted(group.offset)
  }
}

/** A refusal may say what stands in a field of the item that nobody asked about, and that this person must not see. */
function withoutHiddenField(refused: Refused, hidden: ReadonlySet<string>): Refused {
  const fieldId = refused.refusal.params?.['fieldId']
  if (typeof fieldId !== 'string' || !hidden.has(fieldId)) return refused
  return new Refused({ code: 'work.field_unknown', params: { field: fieldId } }, refused.index)
}

async function react(
  registry: Registry,
  unit: Unit,
  { events, from }: { readonly events: readonly Event[]; readonly from: number },
): Promise<void> {
  let start = from
  for (let round = 0; start < events.length; round++) {
    if (round === REACTION_ROUNDS_MAX) throw new Error('reactions set each other off without end')
    const fresh = events.slice(start)
    start = events.length
    const concerned = registry.reactions.flatMap((reaction) => {
      const about = fresh.filter((event) => reaction.kinds.includes(event.kind))
      if (about.length === 0) return []
      const answer = reaction.ask?.(unit, about)
      // Whoever needs it is told; when a reaction before it refuses, nobody does.
      answer?.catch(() => {})
      return [{ reaction, about, answer }]
    })
    for (const { reaction, about, answer } of concerned) await reaction.react(unit, about, await answer)
  }
}
