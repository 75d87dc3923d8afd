import type { Refusal } from '../../kernel/index.ts'
import type { CaseFileItem, CaseFileTransition } from '../model/case-model.ts'
import { announceFile } from './announce.ts'
import type { CaseCommand } from './command.ts'

import type { CaseMachine } from './machine.ts'
import { write } from './write.ts'

type FileCommand = Extract<CaseCommand, { readonly kind: 'file' }>

/** Something that happened in the case file. CMMN 1.1, table 8.1. */
export function tellFile(machine: CaseMachine, command: FileCommand): Refusal | null {
  const { fileItemId, transition, value } = command
  if (machine.state === 'closed') return { code: 'case.not_active', params: { state: machine.state } }
  const item = machine.graph.file.get(fileItemId)
  if (!item) return { code: 'case.file_item_not_found', params: { id: fileItemId } }
  const count = machine.file.get(fileItemId) ?? 0
  const refusal = refusalOf(item, count, command)
  if (refusal) return refusal
  const left = count + (COUNTED[transition] ?? 0)
  if (left === 0) machine.file.delete(fileItemId)
  else machine.file.set(fileItemId, left)
  machine.happened.push({ kind: 'file', fileItemId, transition })
  const written = left === 0 ? null : value
  if (item.variable !== '' && written !== undefined) write(machine, { [item.variable]: written })
  announceFile(machine, fileItemId, transition)
  return null
}

/** How many more of it there are. */
const COUNTED: Readonly<Partial<Record<CaseFileTransition, number>>> = { create: 1, delete: -1 }

function refusalOf(
  { name, isMany, isRequired }: CaseFileItem,
  count: number,
  { transition }: FileCommand,
): Refusal | null {
  if (transition === 'create')
    return count > 0 && !isMany ? { code: 'case.file_present', params: { name } } : null
  if (count === 0) return { code: 'case.file_absent', params: { name } }
  return transition === 'delete' && count === 1 && isRequired
    ? { code: 'case.file_still_required', params: { name } }
    : null
}
