import { newId } from '../../platform/ids.ts'
import type { Member, WholeServer } from './whole-server.ts'

/** Has somebody carry out commands, all or none; throws when they are refused. */
export async function carryOut(
  server: WholeServer,
  who: Member,
  calls: readonly (readonly [name: string, input: unknown])[],
): Promise<void> {
  const commands = calls.map(([name, input]) => ({ id: newId(), name, input }))
  const path = `/api/v1/o/${who.organisationId}/commands`
  const { status, body } = await server.ask(who, { path, body: { commands } })
  if (status !== 200) throw new Error(`refused: ${JSON.stringify(body)}`)
}
