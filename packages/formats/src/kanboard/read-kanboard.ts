import type { Result } from '@millrace/core/kernel'
import { isHeaderOf, readJson, type TrackerBoard } from '../tracker/index.ts'
import type { KanboardOptions } from './kanboard-options.ts'
import { readAnswers, recordsIn } from './read-answers.ts'
import { KANBOARD_COLUMNS, readTable } from './read-table.ts'

/** Whether the beginning of a file is the header of the tasks that Kanboard exports. */
export function isKanboardTable(head: string): boolean {
  return isHeaderOf(head, KANBOARD_COLUMNS)
}

/** Whether JSON is an answer of Kanboard's interface with tasks in it, or a list with such an answer. */
export function isKanboardAnswer(value: unknown): boolean {
  return recordsIn(value).some(({ kind }) => kind === 'task')
}

/**
 * Tasks of Kanboard, from the table it exports or from answers of its interface.
 *
 * @returns refused with `tracker.json_broken`, `kanboard.no_tasks`, or as reading tables is
 * @see https://docs.kanboard.org/v1/api/task_procedures/
 */
export function readKanboard(bytes: Uint8Array, options: KanboardOptions): Result<TrackerBoard> {
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x80)
  if (first !== 0x7b && first !== 0x5b) return readTable(bytes, options)
  const value = readJson(bytes)
  return value.ok ? readAnswers(value.value) : value
}
