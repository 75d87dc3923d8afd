import type { StartScheduleView } from '@millrace/contract'
import type { Input } from '../../../platform/api.ts'
import { patternOf, ruleOf, type StartPattern } from './start-rule.ts'

type ScheduleInput = Input<'process.saveSchedule'>

/** A schedule of starts while it is being said. */
export type ScheduleDraft = {
  readonly title: string
  readonly firstOn: string
  /** Hours and minutes, as people write them. */
  readonly time: string
  readonly pattern: StartPattern
  readonly every: number
  readonly shift: 'none' | 'next' | 'previous'
  readonly missed: 'one' | 'all' | 'none'
  readonly calendarId: string | null
}

/** What a form begins with. */
export function scheduleDraftOf(schedule: StartScheduleView | null, today: string): ScheduleDraft {
  if (schedule?.rule.kind !== 'days') {
    return {
      ...{ title: '', firstOn: today, time: '06:00', pattern: 'monthlyDay', every: 1 },
      ...{ shift: 'next', missed: 'one', calendarId: null },
    }
  }
  const { title, rule, missed, calendarId } = schedule
  return {
    ...{ title, missed, calendarId, firstOn: rule.anchorOn, shift: rule.shift },
    ...{ pattern: patternOf(rule.rule), every: rule.rule.every, time: timeOf(rule.minute) },
  }
}

function timeOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

function minuteOf(time: string): number | null {
  const [, hours, minutes] = /^(\d{1,2})[:.]?(\d\d)$/.exec(time.trim()) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return Number(hours) < 24 && Number(minutes) < 60 ? minute : null
}

/** What a draft says; null while something is missing. */
export function scheduleSaidBy(draft: ScheduleDraft): Omit<ScheduleInput, 'id' | 'containerId'> | null {
  const { title, firstOn, time, pattern, every, shift, missed, calendarId } = draft
  const minute = minuteOf(time)
  if (title.trim() === '' || minute === null || !Number.isInteger(every) || every < 1 || every > 366)
    return null
  const rule = ruleOf(pattern, every, firstOn)
  return {
    title: title.trim(),
    missed,
    calendarId,
    rule: { kind: 'days', rule, minute, anchorOn: firstOn, shift },
  }
}

/** A schedule as it is saved again: to bring it back; null: the model says it. */
export function scheduleInputOf(schedule: StartScheduleView): ScheduleInput | null {
  const { id, containerId, title, rule, missed, calendarId, values } = schedule
  return rule.kind === 'days' ? { id, containerId, title, rule, missed, calendarId, values } : null
}
