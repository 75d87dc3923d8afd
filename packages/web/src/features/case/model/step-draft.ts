import type { CasePlanItemView } from '@millrace/contract'
import { readSpan } from '../../../ui/index.ts'
import type { Source } from './criterion-draft.ts'

type Work = NonNullable<CasePlanItemView['work']>

/** What is written of something in a plan: its definition. */
export type StepDraft = Pick<
  CasePlanItemView,
  | 'name'
  | 'description'
  | 'kind'
  | 'entry'
  | 'exit'
  | 'manualActivation'
  | 'required'
  | 'repetition'
  | 'work'
  | 'timer'
>

/** Of a step about which nobody has said anything yet. */
export const NO_WORK: Work = {
  ...{ teamId: null, responsibleId: null, role: null, practice: null, artifact: null, formKey: null },
  ...{ effortMin: null, expectedMin: null, otherThan: [], reference: null, inputs: [], outputs: [] },
}

/** Clock time, not working time: a day has 24 hours. */
const CLOCK_MIN = { minute: 1, hour: 60, day: 1440, week: 10_080 } as const

/** Minutes as they are written into a field: 45m, 4h, 2d. Empty for none. */
export function writeSpan(minutes: number | null): string {
  if (minutes === null) return ''
  if (minutes % 1440 === 0) return `${String(minutes / 1440)}d`
  return minutes % 60 === 0 ? `${String(minutes / 60)}h` : `${String(minutes)}m`
}

/** Minutes of what is written; null for nothing, undefined when it cannot be read. */
export function readClockSpan(text: string): number | null | undefined {
  return text.trim() === '' ? null : readSpan(text, CLOCK_MIN)
}

/** What conditions of an item may wait for: everything else in the plan, and the case itself. */
export function sourcesFor(
  items: readonly Pick<CasePlanItemView, 'planItemId' | 'name' | 'kind'>[],
  of: { readonly planItemId: string; readonly theCase: Source },
): readonly Source[] {
  const others = items.filter(({ planItemId }) => planItemId !== of.planItemId)
  const sources = others.map(({ planItemId, name, kind }): Source => ({ id: planItemId, name, kind }))
  return [...new Map(sources.map((source) => [source.id, source])).values(), of.theCase]
}

/** Whether somebody does it, so that people, teams and lengths can be said of it. */
export function isWork(kind: StepDraft['kind']): boolean {
  return kind.endsWith('Task') || kind === 'task'
}
