import { type Operation, operations, refusals } from '@millrace/contract'
import { composeRegistry, downloads } from '../registry.ts'
import type { Estate, Kind } from './estate.ts'
import { type Call, callsOf, isDestructive, nowhereLike, TAKEN } from './inputs.ts'
import { send } from './send.ts'
import type { Answer, Member, WholeServer } from './whole-server.ts'

/** What everybody of the organisation may know and name. */
export const isShared = (kind: string) =>
  [
    ...['organisation', 'person', 'team', 'type', 'field', 'label', 'blocker'],
    ...['practice', 'artifactType', 'artifactState', 'adoption', 'caseTemplate'],
  ].includes(kind)
const registry = composeRegistry()
/** Every operation of an organisation that this server offers, those that destroy last. */
export const offered: readonly Operation[] = Object.values<Operation>(operations)
  .filter(
    ({ id, route }) =>
      route.scope === 'organisation' &&
      (registry.commands.has(id) ||
        registry.queries.has(id) ||
        downloads.some((download) => download.operation.id === id)),
  )
  .toSorted((a, b) => Number(isDestructive(a)) - Number(isDestructive(b)))

/** A fingerprint of all rows of an organisation that name one of the things, by table. */
async function fingerprint(
  server: WholeServer,
  organisationId: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const pool = server.database.owner.pool
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.relname as name
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
     order by c.relname`,
  )
  const parts = tables.map(
    ({ name }) => `
select '${name}' as name, md5(string_agg(t.row, e'\\n' order by t.row)) as sum
from (
  select r::text as row
  from ${name} r
  where r.organisation_id = $1
) t
where t.row ~ $2`,
  )
  const { rows } = await pool.query<{ name: string; sum: string | null }>(parts.join('\nunion all'), [
    organisationId,
    names.join('|'),
  ])
  return new Map(rows.map(({ name, sum }) => [name, sum ?? 'empty']))
}

/** Somebody who tries everything. */
export type Actor = {
  readonly caller: Member
  /** The organisation of what is foreign. */
  readonly home: string
  /** The organisation in which they ask. */
  readonly at: string
  /** What they must not see or change. */
  readonly foreign: Estate
  readonly own: Estate | null
  /** Kinds of things that they may know of. */
  readonly isShared: (kind: Kind) => boolean
  /** Marks that must not appear in any answer. */
  readonly marks: readonly string[]
  /** Foreign ids that they may not be told, and where. */
  readonly secrets: readonly string[]
}

/** The ids of an estate that not everybody may know. */
export const secretsOf = ({ ids }: Estate) =>
  Object.entries(ids).flatMap(([kind, id]) => (isShared(kind) ? [] : [id]))

/** A blocker's id is made up by whoever blocks and means nothing elsewhere. */
export const allIdsOf = ({ ids }: Estate) =>
  Object.entries(ids).flatMap(([kind, id]) => (kind === 'blocker' ? [] : [id]))

/** What is wrong with an answer, if anything. */
function faultsOf(
  actor: Actor,
  operation: Operation,
  sent: { readonly call: Call; readonly status: number; readonly body: unknown },
) {
  const { call, status, body } = sent
  const text = JSON.stringify(body)
  const asked = JSON.stringify(call.input)
  const code = status === 200 ? '' : ((body as { code?: string }).code ?? '') // A problem document.
  const found = [
    ...actor.marks
      .filter((mark) => text.includes(mark) && !asked.includes(mark))
      .map((mark) => `shows ${mark}`),
    ...actor.secrets.filter((id) => text.includes(id) && !asked.includes(id)).map((id) => `names ${id}`),
    ...(status >= 500 ? [`answers ${status}`] : []),
    ...(status !== 200 && !(code in refusals) ? [`refuses with ${code || text}`] : []),
    ...(code === 'platform.input_wrong' ? [`was not asked properly: ${text}`] : []),
  ]
  return found.map((fault) => `${operation.id} (${call.how}) ${fault}`)
}

/** Calls everything as somebody, and gives all that went wrong. */
export async function intrude(server: WholeServer, actor: Actor): Promise<readonly string[]> {
  const calls = offered.flatMap((operation) => {
    const twins = callsOf(operation, nowhereLike(actor.foreign, actor.isShared), actor.own)
    return callsOf(operation, actor.foreign, actor.own).map((call, index) => ({
      operation,
      call,
      // What is destroyed cannot be destroyed again, and an id that is nowhere is not taken.
      twin: call.how === TAKEN || isDestructive(operation) ? undefined : twins[index],
    }))
  })
  // In another organisation a taken id is free, and then means something there: those calls come last.
  const inOrder = calls.toSorted((a, b) => Number(a.call.how === TAKEN) - Number(b.call.how === TAKEN))
  const faults: string[] = []
  const made: string[] = []
  let before = await fingerprint(server, actor.home, actor.secrets)
  for (const { operation, call, twin } of inOrder) {
    const answer = await send(server, actor, { route: operation.route, input: call.input })
    if (call.how === TAKEN && answer.status === 200) made.push(String(call.input['id']))
    const secrets = actor.secrets.filter((id) => !made.includes(id))
    faults.push(...faultsOf({ ...actor, secrets }, operation, { call, ...answer }))
    const nowhere = twin && (await send(server, actor, { route: operation.route, input: twin.input }))
    if (nowhere && outcomeOf(nowhere) !== outcomeOf(answer))
      faults.push(
        `${operation.id} (${call.how}) tells what is there: ${outcomeOf(answer)} instead of ${outcomeOf(nowhere)}`,
      )
    // What is refused is rolled back; that it left nothing behind is seen with the next success.
    if (operation.route.kind !== 'command' || answer.status !== 200) continue
    await compare(`${operation.id} (${call.how})`)
  }
  await compare('something refused')
  return faults

  async function compare(what: string): Promise<void> {
    const after = await fingerprint(server, actor.home, actor.secrets)
    for (const [table, sum] of after) if (before.get(table) !== sum) faults.push(`${what} changes ${table}`)
    before = after
  }
}

function outcomeOf({ status, body }: Answer): string {
  return `${status} ${status === 200 ? '' : String(body['code'])}`.trim()
}
