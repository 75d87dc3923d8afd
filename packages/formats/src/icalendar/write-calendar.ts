import { addDays, type Instant } from '@millrace/core/kernel'
import type { CalendarEntry, CalendarSpan, CalendarState, CalendarToWrite } from './calendar-entry.ts'
import { contentLine, escapeCalendarText } from './content-line.ts'

const PRODUCT = '-//Millrace//Millrace//EN'
const TODO_STATUS: Readonly<Record<CalendarState, string>> = {
  open: 'NEEDS-ACTION',
  'in-progress': 'IN-PROCESS',
  done: 'COMPLETED',
  cancelled: 'CANCELLED',
}
/** What is no text of a URI would break the line. */
const NO_URI = /[\s\p{Cc}]/gu

/**
 * A calendar of plan items, for calendar programs to import or follow. Whole days are written as
 * dates without zone, moments in UTC. Days of an event end with the day after the last one, as the
 * standard counts; of a thing to do, the day it is due.
 *
 * @returns the document; UTF-8 when stored, type `text/calendar`
 * @throws RangeError when a moment is no valid date
 * @see RFC 5545 §3.4, §3.6.1, §3.6.2
 */
export function writeCalendar(calendar: CalendarToWrite): string {
  const name = escapeCalendarText(calendar.name)
  const head = [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', PRODUCT),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', 'PUBLISH'),
    // The second is what most programs show (RFC 7986 §5.1 has the first).
    contentLine('NAME', name),
    contentLine('X-WR-CALNAME', name),
  ]
  const stamp = utc(calendar.writtenAt)
  const entries = calendar.entries.map((entry) => writeEntry(entry, stamp))
  return [...head, ...entries, contentLine('END', 'VCALENDAR')].join('')
}

function writeEntry(entry: CalendarEntry, stamp: string): string {
  const component = entry.kind === 'event' ? 'VEVENT' : 'VTODO'
  const lines = [
    contentLine('BEGIN', component),
    contentLine('UID', escapeCalendarText(entry.uid)),
    contentLine('DTSTAMP', stamp),
    ...(entry.changedAt === undefined ? [] : [contentLine('LAST-MODIFIED', utc(entry.changedAt))]),
    contentLine('SUMMARY', escapeCalendarText(entry.summary)),
    ...optional('DESCRIPTION', entry.description),
    ...(entry.url === undefined ? [] : [contentLine('URL', entry.url.replace(NO_URI, ''))]),
    ...(entry.categories.length === 0
      ? []
      : [contentLine('CATEGORIES', entry.categories.map(escapeCalendarText).join(','))]),
    ...(entry.kind === 'event' ? eventLines(entry) : todoLines(entry)),
    contentLine('END', component),
  ]
  return lines.join('')
}

function optional(name: string, text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : [contentLine(name, escapeCalendarText(text))]
}

/** Plan items take nobody's time in the calendar: people work on several a day. */
function eventLines({ span, state }: CalendarEntry): readonly string[] {
  return [
    ...eventSpan(span),
    contentLine('STATUS', state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'),
    contentLine('TRANSP', 'TRANSPARENT'),
  ]
}

/** An event must begin: without a start it is on its last day or at its end. */
function eventSpan(span: CalendarSpan): readonly string[] {
  if (span.kind === 'days') {
    const from = span.from === undefined || span.from > span.to ? span.to : span.from
    const end = contentLine('DTEND;VALUE=DATE', basic(addDays(span.to, 1)))
    return [contentLine('DTSTART;VALUE=DATE', basic(from)), end]
  }
  const from = span.from ?? span.to
  // The end must lie behind the start; an event without one takes no time.
  const end = span.to > from ? [contentLine('DTEND', utc(span.to))] : []
  return [contentLine('DTSTART', utc(from)), ...end]
}

function todoLines(entry: CalendarEntry): readonly string[] {
  const { percentComplete, completedAt, state } = entry
  const percent = Math.round(Math.min(100, Math.max(0, percentComplete ?? 0)))
  return [
    ...todoSpan(entry.span),
    contentLine('STATUS', TODO_STATUS[state]),
    ...(percentComplete === undefined ? [] : [contentLine('PERCENT-COMPLETE', String(percent))]),
    ...(completedAt === undefined ? [] : [contentLine('COMPLETED', utc(completedAt))]),
  ]
}

/** The start must lie before what is due; that of one day is left out. */
function todoSpan(span: CalendarSpan): readonly string[] {
  if (span.kind === 'days') {
    const hasStart = span.from !== undefined && span.from < span.to
    const start = hasStart ? [contentLine('DTSTART;VALUE=DATE', basic(span.from))] : []
    return [...start, contentLine('DUE;VALUE=DATE', basic(span.to))]
  }
  const hasStart = span.from !== undefined && span.from < span.to
  const start = hasStart ? [contentLine('DTSTART', utc(span.from))] : []
  return [...start, contentLine('DUE', utc(span.to))]
}

/** `2026-03-02` as `20260302`. */
function basic(day: string): string {
  return day.replaceAll('-', '')
}

/** A moment as `20260302T080000Z`. */
function utc(moment: Instant): string {
  return new Date(moment)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '')
}
