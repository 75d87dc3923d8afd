import type { MyWorkReason, WorkItem } from '@millrace/core/work'
import { formatDay, formatMoney, PRIORITY_NAMES } from '../../../ui/index.ts'
import { textsMyWork } from '../texts-my-work.ts'
import type { Lookup } from './lookup.ts'
import { formatSpan } from './span.ts'

type When = Pick<Lookup, 'now' | 'organisation'>

/** A reason for a place on the list as a sentence. */
export function reasonInWords(reason: MyWorkReason, { now, organisation }: When): string {
  const words = textsMyWork.reason
  switch (reason.kind) {
    case 'dueToday':
    case 'urgent':
    case 'inOrder':
    case 'notReady':
      return words[reason.kind]
    case 'overdue':
    case 'due':
      return words[reason.kind](reason.days)
    case 'delayPerHour':
      return words.delayPerHour(formatMoney(reason.minor, organisation.currency))
    case 'linesForYou':
      return words.linesForYou(reason.count, reason.dueOn === null ? null : formatDay(reason.dueOn))
    case 'priority':
      return words.priority(PRIORITY_NAMES[reason.priority])
    default:
      return words[reason.kind](formatSpan(now - reason.since))
  }
}

/** The one fact that decided, for the row itself; null where the row shows it already. */
export function noteOf(
  item: WorkItem,
  reasons: readonly MyWorkReason[],
  { now, organisation }: When,
): string | null {
  const asked = reasons.find((reason) => reason.kind === 'othersWaitForYou')
  if (asked) return textsMyWork.note.othersWait(formatSpan(now - asked.since))
  const lines = reasons.find((reason) => reason.kind === 'linesForYou')
  if (lines) {
    return textsMyWork.note.lines(lines.count, lines.dueOn === null ? null : formatDay(lines.dueOn))
  }
  return item.costOfDelayMinor === null
    ? null
    : textsMyWork.note.perWeek(formatMoney(item.costOfDelayMinor, organisation.currency))
}
