import type { PlanItemModel } from '@millrace/contract'

/** What a criterion may wait for: something of the plan, or the case itself. */
export type Source = {
  readonly id: string
  readonly name: string
  readonly kind: PlanItemModel['kind'] | 'case'
}
export type SentryDraft = PlanItemModel['entry'][number]
export type PartDraft = SentryDraft['onParts'][number]
type Transition = Extract<PartDraft, { on: 'plan' }>['transition']

const TASK: readonly Transition[] = ['complete', 'start', 'terminate', 'fault', 'exit']
const EVENTS: Readonly<Record<Source['kind'], readonly Transition[]>> = {
  ...{ humanTask: TASK, processTask: TASK, caseTask: TASK, decisionTask: TASK, task: TASK },
  stage: ['complete', 'start', 'terminate', 'exit'],
  ...{ milestone: ['occur'], userListener: ['occur'], timerListener: ['occur'] },
  case: ['complete', 'reactivate', 'suspend'],
}

/** How far something can have come that others wait for, what is meant most often first. */
export function eventsOf(kind: Source['kind']): readonly Transition[] {
  return EVENTS[kind]
}

/** A criterion that waits for what is meant most often of a source. */
export function newSentry(source: Source): SentryDraft {
  return {
    ...{ id: `c_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`, name: '', ifPart: null },
    onParts: [newPart(source)],
  }
}

/** One more event. */
export function newPart({ id, kind }: Source): PartDraft {
  return { on: 'plan', sourceId: id, transition: EVENTS[kind][0] ?? 'complete', exitCriterionId: null }
}

/** A criterion without one of its events; without the last of all, it is no more. */
export function withoutPart(sentry: SentryDraft, place: number): SentryDraft | null {
  const onParts = sentry.onParts.toSpliced(place, 1)
  return onParts.length === 0 && sentry.ifPart === null ? null : { ...sentry, onParts }
}
