import type { Unit } from '../../platform/commands/index.ts'
import { askForDelivery } from './deliver-job.ts'
import { findStartNames, isMessageKept } from './queries/find-message-takers.ts'
import type { Rewritten } from './store/engine-rows.ts'

/** Whoever has begun to wait may take a message that came before; so may the next one when an instance of its key has ended. */
export async function askForKeptMessages(unit: Unit, rewritten: readonly Rewritten[]): Promise<void> {
  const armed = rewritten.flatMap(({ before, after }) => {
    if (after.engine.isSuspended) return []
    const known = new Set(before?.engine.isSuspended ? [] : before?.engine.waits)
    return after.engine.waits
      .filter((wait) => wait.kind === 'message' && !known.has(wait))
      .map(({ name }) => name)
  })
  const ended = rewritten.flatMap(({ after: { instance } }) =>
    instance.state !== 'running' && instance.businessKey !== null ? [instance.processId] : [],
  )
  const begun = ended.length === 0 ? [] : await findStartNames(unit, [...new Set(ended)])
  const names = [...new Set([...armed, ...begun])]
  if (names.length > 0 && (await isMessageKept(unit, names))) await askForDelivery(unit)
}
