import type { PlainDate, RecurrenceRule } from '../kernel/index.ts'
import { foldText } from './query/fold.ts'
import { REPEAT_WORDS_MAX, type RepeatReading } from './recurrence/read-repeat.ts'
import type { Priority } from './work-item.ts'

/** What a line may name. Priorities are their names in order, from none to the most urgent. */
export type QuickAddNames = {
  readonly people: readonly { readonly id: string; readonly name: string; readonly email?: string | null }[]
  readonly labels: readonly { readonly id: string; readonly name: string }[]
  readonly containers: readonly { readonly id: string; readonly key: string; readonly name: string }[]
  readonly priorities: readonly string[]
  /** Who `@me` is. */
  readonly me: string | null
}

/** How days and efforts are written where the person lives. Each answers nothing when the text is none. */
export type QuickAddReaders = {
  readonly readDay: (text: string) => PlainDate | null
  readonly readEffort: (text: string) => number | undefined
  /** Words that may stand before a day at the end of a line, and go with it: by, on. In small letters. */
  readonly until: readonly string[]
  /** Those of them behind which anything that can be a day is one: due. */
  readonly due: readonly string[]
  /** Words that count days, which are no day behind a bare number: days, weeks. */
  readonly units: readonly string[]
  /** How something repeats, understood from the day that the line names besides. */
  readonly readRepeat: (text: string, day: PlainDate | null) => RepeatReading | null
}

/** What a line may say about an item besides its title. */
export type QuickAddValues = {
  readonly responsibleId: string | null
  readonly labelIds: readonly string[]
  readonly containerId: string | null
  readonly priority: Priority | null
  readonly dueOn: PlainDate | null
  /** In minutes. */
  readonly effortMin: number | null
  readonly repeats: RecurrenceRule | null
}

/** Something recognised in a line, from its first character to behind its last, and what it says. */
export type QuickAddPart = {
  readonly kind: 'responsible' | 'label' | 'container' | 'priority' | 'due' | 'effort' | 'repeats'
  readonly values: Partial<QuickAddValues>
  readonly from: number
  readonly to: number
}

/** A line taken apart. What is not recognised stays in the title as it was typed, and something always does. */
export type QuickAdd = QuickAddValues & {
  readonly title: string
  readonly parts: readonly QuickAddPart[]
  /** Names that nobody has, or several: they stay in the title. */
  readonly unclear: readonly { readonly text: string; readonly reason: 'unknown' | 'several' }[]
}

/** A word of the line: where it stands, and as which of its words. */
type Word = { readonly text: string; readonly from: number; readonly to: number; readonly at: number }
type Named = { readonly id: string; readonly names: readonly string[] }
/** So many words say what a part is. */
type Found = Pick<QuickAddPart, 'kind' | 'values'> & { readonly count: number }
type Reading = Found | 'unknown' | 'several' | null

const NOTHING: QuickAddValues = {
  responsibleId: null,
  labelIds: [],
  containerId: null,
  priority: null,
  dueOn: null,
  effortMin: null,
  repeats: null,
}

/** A name has at most so many words that a line can spell out. */
const NAME_WORDS = 4
/** "by the 14th of December" aside, no way to write a day takes more. */
const DAY_WORDS = 4
/** "bolt 1/2", "version 1.2", "so": at the end of a line these are no days unless a word before says so. */
const NO_DAY_BY_ITSELF = /^\d+$|^\d{1,2}[./-]\d{1,2}$|^\p{L}{1,2}\.?$/u
/** "for 3 days" is no day either: the second part is a unit then. */
const COUNTED = /^\d+ ?(\p{L}+)$/u

/**
 * Makes a reader of lines such as `Pour slab #safety @rosa !high +TWR ~2d friday`: `@` a person, `#` a
 * label, `+` a container, `!` a priority by number or name, `~` an effort, and at the end of the line a
 * day in words, which `due` may precede, or how it repeats, such as `every monday`. Names need only as many letters as make them certain. A
 * backslash before a sign, or before the first word of a day, leaves it in the title.
 *
 * The names are folded once; a line costs its words times the names.
 */
export function createQuickAdd(names: QuickAddNames, readers: QuickAddReaders): (line: string) => QuickAdd {
  const me = names.me === null ? [] : [named(names.me, ['me'])]
  const people = [
    ...me,
    ...names.people.map(({ id, name, email }) => named(id, [name, ...(email ? [email] : [])])),
  ]
  const labels = names.labels.map(({ id, name }) => named(id, [name]))
  const containers = names.containers.map(({ id, key, name }) => named(id, [key, name]))
  const read = (phrase: readonly string[]): Reading => {
    const [first = ''] = phrase
    const rest = [first.slice(1), ...phrase.slice(1)]
    if (rest[0] === '') return null
    switch (first.charAt(0)) {
      case '@':
        return readName(rest, people, (responsibleId) => ({ kind: 'responsible', values: { responsibleId } }))
      case '#':
        return readName(rest, labels, (labelId) => ({ kind: 'label', values: { labelIds: [labelId] } }))
      case '+':
        return readName(rest, containers, (containerId) => ({ kind: 'container', values: { containerId } }))
      case '!':
        return readPriority(rest, names.priorities)
      case '~':
        return readEffort(rest, readers.readEffort)
      default:
        return null
    }
  }
  return (line) => takeApart(line, read, readers)
}

function takeApart(
  line: string,
  read: (phrase: readonly string[]) => Reading,
  readers: QuickAddReaders,
): QuickAdd {
  const words = wordsOf(line)
  const left: Word[] = []
  const parts: QuickAddPart[] = []
  const unclear: QuickAdd['unclear'][number][] = []
  const take = ({ kind, values }: Found, own: readonly Word[]) => {
    parts.push({ kind, values, from: own[0]?.from ?? 0, to: own.at(-1)?.to ?? 0 })
  }
  let taken = 0
  for (const [at, word] of words.entries()) {
    if (at < taken) continue
    const phrase = words.slice(at, at + NAME_WORDS).map(({ text }) => text)
    const reading = read(phrase)
    if (typeof reading === 'object' && reading) {
      taken = at + reading.count
      take(reading, words.slice(at, taken))
      continue
    }
    if (reading && /\p{L}/u.test(word.text.charAt(1))) unclear.push({ text: word.text, reason: reading })
    left.push(word)
  }
  if (left.length === 0) return { ...NOTHING, title: line.trim(), parts: [], unclear: [] }
  for (const { found, own } of takeEndings(left, readers)) take(found, own)
  return {
    ...parts.reduce<QuickAddValues>((all, { values }) => ({ ...all, ...values }), NOTHING),
    labelIds: [...new Set(parts.flatMap(({ values }) => values.labelIds ?? []))],
    title: left.map(({ text }) => text.replace(KEPT, '')).join(' '),
    parts: parts.toSorted((a, b) => a.from - b.from),
    unclear,
  }
}

/** The backslash that keeps what follows in the title. */
const KEPT = /^\\(?=[@#+!~\p{L}\d])/u

function wordsOf(line: string): Word[] {
  return Array.from(line.matchAll(/\S+/gu), ({ 0: text, index }, at) => ({
    text,
    from: index,
    to: index + text.length,
    at,
  }))
}

/** The last words of those left over; null when a part that was taken out stood between them. */
function lastWords(left: readonly Word[], count: number): readonly string[] | null {
  const last = left.slice(-count)
  const isUnbroken = last.every(({ at }, index) => at === (last[0]?.at ?? 0) + index)
  return isUnbroken ? last.map(({ text }) => text) : null
}

/** The longest run of words that names exactly one; a whole name goes before the beginning of one. */
function readName(
  phrase: readonly string[],
  all: readonly Named[],
  make: (id: string) => Omit<Found, 'count'>,
): Reading {
  let reason: 'unknown' | 'several' = 'unknown'
  for (let count = phrase.length; count > 0; count -= 1) {
    const wanted = foldText(phrase.slice(0, count).join(' '))
    const whole = all.filter(({ names }) => names.includes(wanted))
    const fitting =
      whole.length > 0 ? whole : all.filter(({ names }) => names.some((name) => hasWord(name, wanted)))
    const [one] = fitting
    if (one && fitting.length === 1) return { ...make(one.id), count }
    if (one) reason = 'several'
  }
  return reason
}

/** Whether a name, or one of its words, begins so. */
function hasWord(name: string, beginning: string): boolean {
  return name.startsWith(beginning) || name.includes(` ${beginning}`)
}

const PRIORITIES: readonly Priority[] = [0, 1, 2, 3, 4]

function isNoDayByItself(text: string, units: readonly string[]): boolean {
  const unit = COUNTED.exec(text)?.[1]?.toLowerCase()
  return NO_DAY_BY_ITSELF.test(text) || (unit !== undefined && units.includes(unit))
}

function readPriority([text = '']: readonly string[], names: readonly string[]): Reading {
  const wanted = foldText(text)
  const fitting = PRIORITIES.filter(
    (value) => wanted === String(value) || foldText(names[value] ?? '').startsWith(wanted),
  )
  const [priority] = fitting
  if (priority === undefined || fitting.length > 1) return null
  return { kind: 'priority', values: { priority }, count: 1 }
}

/** `~4h`, `~1h 30m`: the longest run of words that is an effort. */
function readEffort(phrase: readonly string[], read: QuickAddReaders['readEffort']): Reading {
  for (let count = Math.min(2, phrase.length); count > 0; count -= 1) {
    const effortMin = read(phrase.slice(0, count).join(' '))
    if (effortMin !== undefined && effortMin > 0) return { kind: 'effort', values: { effortMin }, count }
  }
  return null
}

/** Takes a day and how it repeats off the end of a line. */
function takeEndings(
  left: Word[],
  readers: QuickAddReaders,
): readonly { readonly found: Found; readonly own: readonly Word[] }[] {
  const { readRepeat } = readers
  const takeOff = (count: number | undefined) => (count === undefined ? [] : left.splice(-count))
  const repeats = readRepeats(left, (text) => readRepeat(text, null))
  const itsWords = takeOff(repeats?.count)
  const day = readEnd(left, readers)
  const itsDay = day ? [{ found: day, own: takeOff(day.count) }] : []
  // A day named besides is the first one, and `every month` is meant from there.
  const text = itsWords.map((word) => word.text).join(' ')
  const repeat = repeats && readRepeat(text, day?.values.dueOn ?? null)
  if (!repeats || !repeat) return itsDay
  const dueOn = day ? {} : { dueOn: repeat.dayOn }
  return [{ found: { ...repeats, values: { repeats: repeat.rule, ...dueOn } }, own: itsWords }, ...itsDay]
}

/** How it repeats, at the end of the line; never the whole line. */
function readRepeats(words: readonly Word[], read: (text: string) => RepeatReading | null): Found | null {
  for (let count = Math.min(REPEAT_WORDS_MAX, words.length - 1); count > 0; count -= 1) {
    const text = lastWords(words, count)?.join(' ')
    if (text !== undefined && read(text) !== null) return { kind: 'repeats', values: {}, count }
  }
  return null
}

/** The day at the end of the line, with the word before it; never the whole line. */
function readEnd(words: readonly Word[], readers: QuickAddReaders): Found | null {
  for (let count = Math.min(DAY_WORDS, words.length - 1); count > 0; count -= 1) {
    const phrase = lastWords(words, count)
    if (!phrase) continue
    const first = (phrase[0] ?? '').toLowerCase()
    const text = (readers.until.includes(first) ? phrase.slice(1) : phrase).join(' ')
    const mayBeDay = readers.due.includes(first) || !isNoDayByItself(text, readers.units)
    const dueOn = text !== '' && mayBeDay ? readers.readDay(text) : null
    if (dueOn !== null) return { kind: 'due', values: { dueOn }, count }
  }
  return null
}

function named(id: string, names: readonly string[]): Named {
  return { id, names: names.map(foldText) }
}
