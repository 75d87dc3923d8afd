import type { ServiceLevelView } from '@millrace/contract'
import type { Input } from '../../../platform/api.ts'
import { isoOf, type PlainLength, plainLength } from './level-length.ts'

type LevelInput = Input<'process.setServiceLevel'>
type Escalation = ServiceLevelView['escalations'][number]

/** A calendar that levels and schedules may go by. */
export type CalendarName = { readonly id: string; readonly name: string }

/** A step of an escalation while it is being said. */
export type EscalationDraft = {
  /** Only for the list: steps have no name of their own. */
  readonly key: string
  readonly at: Escalation['at']
  readonly act: 'responsible' | 'starter' | 'person' | 'team' | 'raise-priority' | 'add-item'
  /** The person or team that is told, or what is to be done. */
  readonly what: string
}

/** A service level while it is being said. */
export type LevelDraft = {
  readonly stepId: string | null
  readonly deadline: PlainLength
  readonly goal: PlainLength | null
  readonly counts: 'clock' | 'working'
  readonly calendarId: string | null
  readonly warnPercent: number | null
  readonly pausesWaiting: boolean
  readonly escalations: readonly EscalationDraft[]
}

const USUAL: LevelDraft = {
  ...{ stepId: null, deadline: { count: 8, unit: 'hours' }, goal: null, counts: 'working', calendarId: null },
  ...{ warnPercent: 75, pausesWaiting: false },
  escalations: [{ key: 'first', at: 'warning', act: 'responsible', what: '' }],
}

/** What a form begins with: a level that is there, or what most want. */
export function draftOf(level: ServiceLevelView | null): LevelDraft {
  if (level === null) return USUAL
  const { stepId, counts, calendarId, warnPercent, pausesWaiting, escalations } = level
  return {
    ...{ stepId, counts, calendarId, warnPercent, pausesWaiting },
    deadline: plainLength(level.deadline) ?? USUAL.deadline,
    goal: level.goal === null ? null : plainLength(level.goal),
    escalations: escalations.map((one, place) => ({ key: String(place), at: one.at, ...actOf(one) })),
  }
}

function actOf(escalation: Escalation): Pick<EscalationDraft, 'act' | 'what'> {
  if (escalation.kind === 'add-item') return { act: 'add-item', what: escalation.title }
  if (escalation.kind === 'raise-priority') return { act: 'raise-priority', what: '' }
  const { to } = escalation
  if (to.kind === 'person') return { act: 'person', what: to.personId }
  return to.kind === 'team' ? { act: 'team', what: to.teamId } : { act: to.kind, what: '' }
}

/** What a draft says; null while something is missing. */
export function saidBy(draft: LevelDraft): Omit<LevelInput, 'id' | 'containerId'> | null {
  const { deadline, goal, escalations, ...said } = draft
  const lengths = goal ? [deadline, goal] : [deadline]
  if (lengths.some(({ count }) => !Number.isInteger(count) || count < 1)) return null
  const needsWhat = (one: EscalationDraft) => ['person', 'team', 'add-item'].includes(one.act)
  if (escalations.some((one) => needsWhat(one) && one.what.trim() === '')) return null
  return {
    ...said,
    deadline: isoOf(deadline),
    goal: goal && isoOf(goal),
    escalations: escalations.map(escalationOf),
  }
}

function escalationOf({ at, act, what }: EscalationDraft): Escalation {
  switch (act) {
    case 'add-item':
      return { at, kind: 'add-item', title: what.trim() }
    case 'raise-priority':
      return { at, kind: 'raise-priority' }
    case 'person':
      return { at, kind: 'tell', to: { kind: 'person', personId: what } }
    case 'team':
      return { at, kind: 'tell', to: { kind: 'team', teamId: what } }
    default:
      return { at, kind: 'tell', to: { kind: act } }
  }
}

/** A level as it is set again: to bring it back. */
export function inputOf(level: ServiceLevelView): LevelInput {
  const { id, containerId, stepId, goal, deadline, counts, calendarId } = level
  const { warnPercent, pausesWaiting, escalations } = level
  return {
    ...{ id, containerId, stepId, goal, deadline, counts, calendarId, warnPercent, pausesWaiting },
    escalations: [...escalations],
  }
}
