import { addDays, isPlainDate } from '@millrace/core/kernel'
import type { XerExceptionDay, XerWorkingTime } from './xer-project.ts'

/** Working time as it stands in the field `clndr_data`. */
export type CalendarData = {
  /** Seven days, Monday first. */
  readonly week: readonly (readonly XerWorkingTime[])[]
  readonly exceptions: readonly XerExceptionDay[]
}

/** A node of the text: `(0||NAME(key|value|…)( children ))`. */
type Node = { readonly name: string; readonly values: ReadonlyMap<string, string>; readonly children: Node[] }

/** Calendar, days, a day, a stretch of time. */
const DEEPEST = 8
/** Days are counted as spreadsheets do. */
const DAY_ZERO = '1899-12-30'
const NODE_HEAD = /\s*\(\d+\|\|([^()]*)\(([^()]*)\)\s*\(/y
const NODE_END = /\s*\)\s*\)/y
const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/

/**
 * Working time from the program's own notation: nodes in brackets, days counted from Sunday as 1,
 * exceptions by day number.
 *
 * @returns `undefined` when the text does not follow the notation
 */
export function readCalendarData(text: string): CalendarData | undefined {
  // Line breaks stand as DEL in the file.
  const root = parse(text.replaceAll('\u007f', ' '))
  if (root === undefined || root.name !== 'CalendarData') return undefined
  const days = root.children.find((node) => node.name === 'DaysOfWeek')
  if (days === undefined) return undefined
  const byNumber = new Map(days.children.map((day) => [day.name, timesOf(day)]))
  const exceptions = root.children.find((node) => node.name === 'Exceptions')?.children ?? []
  return {
    week: [2, 3, 4, 5, 6, 7, 1].map((number) => byNumber.get(String(number)) ?? []),
    exceptions: exceptions.flatMap(exceptionOf),
  }
}

function timesOf(day: Node): readonly XerWorkingTime[] {
  return day.children
    .flatMap(({ values }) => {
      const from = clockOf(values.get('s'))
      const to = clockOf(values.get('f'))
      if (from === undefined || to === undefined) return []
      return [{ from, to: to === '00:00' ? '24:00' : to }]
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

function clockOf(text: string | undefined): string | undefined {
  const match = CLOCK.exec(text ?? '')
  return match === null ? undefined : `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}`
}

function exceptionOf(node: Node): readonly XerExceptionDay[] {
  const number = node.values.get('d') ?? ''
  if (!/^\d{1,6}$/.test(number)) return []
  const day = addDays(DAY_ZERO, Number(number))
  return isPlainDate(day) ? [{ day, times: timesOf(node) }] : []
}

/** Node by node with an own stack; what is deeper than any calendar is none. */
function parse(text: string): Node | undefined {
  const open: Node[] = []
  let at = 0
  while (at < text.length) {
    NODE_HEAD.lastIndex = at
    const head = NODE_HEAD.exec(text)
    if (head !== null) {
      const node: Node = { name: (head[1] ?? '').trim(), values: valuesOf(head[2] ?? ''), children: [] }
      open.at(-1)?.children.push(node)
      open.push(node)
      if (open.length > DEEPEST) return undefined
      at = NODE_HEAD.lastIndex
      continue
    }
    NODE_END.lastIndex = at
    if (NODE_END.exec(text) === null) return undefined
    at = NODE_END.lastIndex
    const node = open.pop()
    if (node === undefined || open.length === 0) return node
  }
  return undefined
}

function valuesOf(text: string): ReadonlyMap<string, string> {
  const parts = text.split('|').map((part) => part.trim())
  const values = new Map<string, string>()
  for (let at = 0; at + 1 < parts.length; at += 2) values.set(parts[at] ?? '', parts[at + 1] ?? '')
  return values
}
