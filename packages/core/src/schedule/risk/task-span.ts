import type { WorkLine } from './work-line.ts'

/** Where a task ends that begins at a moment and lasts so long; null: it goes on whenever the project does. */
export function finishFrom(line: WorkLine | null, start: number, span: number): number {
  if (line === null) return start + span
  return span > 0 ? line.finishSide(line.toWork(start) + span) : start
}

/** Where it begins at the latest to end no earlier than at a moment. */
export function startBefore(line: WorkLine | null, finish: number, span: number): number {
  if (line === null) return finish - span
  return span > 0 ? line.startSide(line.toWork(finish) - span) : finish
}
