import { err, type Id, type Instant, ok, type Result } from '../../kernel/index.ts'
import { isPositive, readLength } from '../time/written-length.ts'

/** What can be reached on the way: a share of the time, the goal, the deadline. */
export const LEVEL_POINTS = ['warning', 'goal', 'deadline'] as const
/** One of them. */
export type LevelPoint = (typeof LEVEL_POINTS)[number]

/** What is done when a point is reached and the work is not done. */
export type Escalation = { readonly at: LevelPoint } & (
  | { readonly kind: 'tell'; readonly to: EscalationTarget }
  | { readonly kind: 'raise-priority' }
  | { readonly kind: 'add-item'; readonly title: string }
)

/** Who is told: whoever has the open work, whoever started the instance, a person, or everybody of a team. */
export type EscalationTarget =
  | { readonly kind: 'responsible' | 'starter' }
  | { readonly kind: 'person'; readonly personId: Id<'Person'> }
  | { readonly kind: 'team'; readonly teamId: Id<'Team'> }

/** How soon a process, or one of its steps, is to be done. Lengths are ISO 8601. */
export type ServiceLevel = {
  readonly id: Id<'ServiceLevel'>
  readonly processId: Id<'Container'>
  /** Null: the instance as a whole. */
  readonly stepId: Id<'ProcessStep'> | null
  /** What is aimed at; null: the deadline is all there is. */
  readonly goal: string | null
  /** What has been promised. */
  readonly deadline: string
  readonly counts: 'clock' | 'working'
  /** Of working time; null: the organisation's first calendar. */
  readonly calendarId: Id<'Calendar'> | null
  /** Share of the time to the deadline after which it is at risk. */
  readonly warnPercent: number | null
  /** Whether the clock stands still while the work waits for somebody. */
  readonly pausesWaiting: boolean
  readonly escalations: readonly Escalation[]
  readonly archivedAt: Instant | null
  readonly version: number
}

/** Points at which more than this is done tell everybody of everything. */
const ESCALATIONS_MAX = 20
const TITLE_MAX = 200

/**
 * Whether a level can be kept.
 *
 * @returns refused with `process.level_length`, `process.level_order`, `process.level_escalation`
 */
export function checkLevel(level: ServiceLevel): Result<ServiceLevel> {
  const lengths = [level.goal, level.deadline].flatMap((text) => text ?? [])
  const wrong = lengths.find((text) => !isUsable(text))
  if (wrong !== undefined) return err({ code: 'process.level_length', params: { text: wrong } })
  if (level.goal !== null && approximate(level.goal) > approximate(level.deadline))
    return err({ code: 'process.level_order' })
  const points = new Set<LevelPoint>(['deadline'])
  if (level.goal !== null) points.add('goal')
  if (level.warnPercent !== null) points.add('warning')
  const isIdle = level.escalations.some((one) => !points.has(one.at) || !isSaid(one))
  if (isIdle || level.escalations.length > ESCALATIONS_MAX)
    return err({ code: 'process.level_escalation', params: { max: ESCALATIONS_MAX } })
  return ok(level)
}

function isUsable(text: string): boolean {
  const length = readLength(text)
  return length !== null && isPositive(length)
}

function isSaid(escalation: Escalation): boolean {
  if (escalation.kind !== 'add-item') return true
  const title = escalation.title.trim()
  return title !== '' && title.length <= TITLE_MAX
}

/** Good enough to tell a goal from a deadline: how long a day works is not known here. */
function approximate(text: string): number {
  const length = readLength(text)
  if (length === null) return 0
  return (length.months * 30 + length.weeks * 7 + length.days) * 86_400_000 + length.ms
}
