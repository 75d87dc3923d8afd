import { type ExecuteDeps, executeWork, type Principal } from '../../platform/commands/index.ts'

/** A file that was handed out. */
export type HandedOut = {
  readonly principal: Principal
  readonly name: string
  /** How many things it told of; 0 when that was not counted before. */
  readonly count: number
}

/** Notes in the journal that somebody took a file of the organisation's work with them. */
export function createExportNotes(execute: ExecuteDeps): (file: HandedOut) => Promise<void> {
  return async ({ principal, name, count }) => {
    // A token that may only read does not write here: Millrace does.
    const noting = { principal: { ...principal, scopes: null } }
    await executeWork(execute, noting, async (unit) => {
      unit.record([
        {
          id: unit.newId<'Event'>(),
          kind: 'exchange.exported',
          at: unit.now,
          actor: unit.actor,
          subject: { kind: 'export', id: unit.newId<'Export'>() },
          containerId: null,
          data: { export: { name, count } },
        },
      ])
    })
  }
}
