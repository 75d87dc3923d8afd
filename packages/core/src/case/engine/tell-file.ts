import type { Refusal } from '../../kernel/index.ts'
import { announceFile } from './announce.ts'
import type { CaseCommand } from './command.ts'
import { write } from './life.ts'
import type { CaseMachine } from './machine.ts'

/** Something that happened in the case file. CMMN 1.1, table 8.1. */
export function tellFile(
  machine: CaseMachine,
  { fileItemId, transition, ...given }: Extract<CaseCommand, { readonly kind: 'file' }>,
): Refusal | null {
  if (machine.state === 'closed') return { code: 'case.not_active', params: { state: machine.state } }
  const item = machine.graph.file.get(fileItemId)
  if (!item) return { code: 'case.file_item_not_found', params: { id: fileItemId } }
  const { name, isMany, isRequired, variable } = item
  const count = machine.file.get(fileItemId) ?? 0
  if (transition === 'create' && count > 0 && !isMany) return { code: 'case.file_present', params: { name } }
  if (transition !== 'create' && count === 0) return { code: 'case.file_absent', params: { name } }
  const isLast = transition === 'delete' && count === 1
  if (isLast && isRequired) return { code: 'case.file_still_required', params: { name } }
  if (transition === 'create') machine.file.set(fileItemId, count + 1)
  if (isLast) machine.file.delete(fileItemId)
  else if (transition === 'delete') machine.file.set(fileItemId, count - 1)
  machine.happened.push({ kind: 'file', fileItemId, transition })
  if (variable !== '') {
    if (given.value !== undefined) write(machine, { [variable]: given.value })
    else if (isLast) write(machine, { [variable]: null })
  }
  announceFile(machine, fileItemId, transition)
  return null
}
