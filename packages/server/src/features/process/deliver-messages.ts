import { type Correlation, correlate, type MessageStart, type MessageWait } from '@millrace/core/process'
import { type ExecuteDeps, runInTime, type Unit } from '../../platform/commands/index.ts'
import type { Job, JobHandler } from '../../platform/jobs/index.ts'
import { askForDelivery, DELIVER_JOB } from './deliver-job.ts'
import { ENGINE } from './doers/doer.ts'
import { InstanceSet } from './instance-set.ts'
import { lockHomes } from './queries/find-homes.ts'
import { lockOpenItemsOf } from './queries/find-instances.ts'
import { findMessageTakers, findSignalWaits, findStarts } from './queries/find-message-takers.ts'
import { findLatest } from './queries/find-models.ts'
import {
  forgetMessages,
  insertTaken,
  lockMessages,
  type MessageRow,
  markOffered,
  type TakenRow,
} from './store/messages.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'
const MESSAGES_AT_ONCE = 200
/** A transaction in which somebody began to wait may have been under way: then it is looked once more. */
const LOOK_AGAIN_MS = 5_000
/** So long it is known that a message was sent already. */
const KNOWN_MS = 86_400_000

/** What gives messages and signals to those who wait, in the background. */
export function createMessageJobs(deps: ExecuteDeps): ReadonlyMap<string, JobHandler> {
  return new Map([[DELIVER_JOB, (job: Job) => deliver(deps, job)]])
}

async function deliver(deps: ExecuteDeps, job: Job): Promise<void> {
  const organisationId = job.organisation_id ?? ''
  await runInTime(deps, { organisationId, personId: NOBODY }, async (unit) => {
    const found = await lockMessages(unit, MESSAGES_AT_ONCE)
    const [signals, messages] = [ofKind(found, 'signal'), ofKind(found, 'message')]
    const taken = await giveMessages(unit, messages)
    await tellSignals(unit, signals)
    markOffered(
      unit,
      messages.map(({ id }) => id),
    )
    forgetMessages(unit, { ids: signals.map(({ id }) => id), before: unit.now - KNOWN_MS })
    if (found.length === MESSAGES_AT_ONCE) await askForDelivery(unit)
    else if (messages.some(({ id, expires_at: until }) => until > unit.now && !taken.has(id)))
      await askForDelivery(unit, unit.now + LOOK_AGAIN_MS)
  })
}

function ofKind(found: readonly MessageRow[], kind: MessageRow['kind']): readonly MessageRow[] {
  return found.filter((message) => message.kind === kind)
}

/**
 * Gives messages in rounds, until nobody takes any more: whoever has gone on by one may wait for the next.
 *
 * @returns which of them somebody took
 */
async function giveMessages(unit: Unit, messages: readonly MessageRow[]): Promise<ReadonlySet<string>> {
  const all = new Set<string>()
  const byId = new Map(messages.map((message) => [message.id, message]))
  const sent = messages.map(({ id, name, key, process_ids: ids }) => ({
    ...{ id, name, key, processIds: ids && new Set(ids) },
  }))
  while (messages.length > 0) {
    const given = correlate(sent, await findMessageTakers(unit, messages))
    const taken = await carryOut(unit, given, byId)
    for (const { message_id: id } of taken) all.add(id)
    if (taken.length === 0) break
  }
  return all
}

type Messages = ReadonlyMap<string, MessageRow>

async function carryOut(
  unit: Unit,
  given: readonly Correlation[],
  messages: Messages,
): Promise<readonly TakenRow[]> {
  if (given.length === 0) return []
  const opened = await openSet(unit, {
    waits: given.flatMap((one) => (one.kind === 'happen' ? [one.wait] : [])),
    starts: given.flatMap((one) => (one.kind === 'start' ? [one.start] : [])),
  })
  const taken = given.flatMap((one): readonly TakenRow[] => {
    const message = messages.get(one.messageId)
    if (!message) return []
    if (one.kind === 'happen')
      return happen(opened.set, one.wait, message) ? [takenRow(message, one.wait)] : []
    const instanceId = begin(opened, one.start, message)
    if (instanceId === null) return []
    const { processId } = one.start
    return [{ ...takenRow(message, { processId, instanceId }), begun_key: message.key }]
  })
  await opened.set.save()
  insertTaken(unit, taken)
  return taken
}

function takenRow(
  { id }: MessageRow,
  { processId, instanceId }: { readonly processId: string; readonly instanceId: string },
): TakenRow {
  return { message_id: id, process_id: processId, instance_id: instanceId, begun_key: null }
}

/** Everything that waits for a signal now is told, and what begins by it begins; whoever sent it knows already. */
async function tellSignals(unit: Unit, signals: readonly MessageRow[]): Promise<void> {
  if (signals.length === 0) return
  const { tx, organisationId } = unit
  const names = [...new Set(signals.map(({ name }) => name))]
  const waits = await findSignalWaits(tx, organisationId, names)
  const starts = await findStarts(tx, organisationId, { kind: 'signal', names })
  const opened = await openSet(unit, { waits, starts })
  for (const signal of signals) {
    const isMeant = ({ processId, name }: { readonly processId: string; readonly name: string }) =>
      name === signal.name && (signal.process_ids?.includes(processId) ?? true)
    for (const wait of waits)
      if (isMeant(wait) && wait.instanceId !== signal.sender_id) happen(opened.set, wait, signal)
    for (const start of starts) if (isMeant(start)) begin(opened, start, signal)
  }
  await opened.set.save()
}

/** Instances that are locked, and the versions by which others would begin. */
type Opened = { readonly set: InstanceSet; readonly latest: ReadonlyMap<string, string> }

type Wanted = { readonly waits: readonly MessageWait[]; readonly starts: readonly MessageStart[] }

/** Locks processes that are to begin instances, and instances that wait, in the order in which everybody does. */
async function openSet(unit: Unit, { waits, starts }: Wanted): Promise<Opened> {
  const processIds = [...new Set(starts.map(({ processId }) => processId))]
  const instanceIds = [...new Set(waits.map(({ instanceId }) => instanceId))]
  if (processIds.length > 0) await lockHomes(unit, processIds)
  const versions = await findLatest(unit.tx, unit.organisationId, processIds)
  const latest = new Map(
    [...versions].flatMap(([id, version]) =>
      version.suspension === null ? [[id, version.id] as const] : [],
    ),
  )
  await lockOpenItemsOf(unit.tx, unit.organisationId, instanceIds)
  const set = await InstanceSet.load(unit, instanceIds)
  await Promise.all([set.count(processIds), set.know({ processIds, modelIds: [...latest.values()] })])
  return { set, latest }
}

function happen(set: InstanceSet, { instanceId, waitId }: MessageWait, message: MessageRow): boolean {
  return set.tell(instanceId, { kind: 'happen', waitId, values: message.variables }) === null
}

function begin(
  { set, latest }: Opened,
  { processId, node }: MessageStart,
  message: MessageRow,
): string | null {
  const modelId = latest.get(processId)
  if (modelId === undefined) return null
  const id = set.unit.newId<'ProcessInstance'>()
  const { name, key, sent_by: startedBy } = message
  set.start({
    given: {
      ...{ id, processId, modelId, startedBy, dueAt: null, businessKey: key, parent: null },
      title: key === null ? name : `${name} ${key}`,
    },
    values: message.variables,
    at: node,
    actor: ENGINE,
  })
  return id
}
