import {
  type JsonRecord,
  listOf,
  momentOf,
  recordOf,
  recordsOf,
  type TrackerItem,
  type TrackerTime,
  textOf,
  withoutPictures,
} from '../tracker/index.ts'
import type { Block } from './read-lines.ts'
import { parsed } from './read-lines.ts'

/** A property that the cards of a board have. */
export type Property = {
  readonly ref: string
  readonly name: string
  readonly type: string
  /** Names of its choices by id, in their order. */
  readonly options: ReadonlyMap<string, string>
}

/** What the properties of a board mean for its cards. */
export type BoardProperties = {
  readonly all: readonly Property[]
  /** The one whose choices are the columns of the board. */
  readonly state: Property | null
  readonly priority: Property | null
  readonly person: Property | null
  /** One day, or a span of them. */
  readonly due: Property | null
  readonly start: Property | null
}

/** What the values of a card say. */
export type CardValues = Pick<
  TrackerItem,
  'stateRef' | 'priority' | 'starts' | 'due' | 'labels' | 'fields'
> & {
  readonly personRefs: readonly string[]
}

/** Finds out which property is the state, the person, the due day. */
export function boardProperties(board: Block, views: readonly Block[]): BoardProperties {
  const all = recordsOf(board.fields['cardProperties']).flatMap((property): Property[] => {
    const ref = textOf(property['id'])
    const options = recordsOf(property['options']).map(
      (option) => [textOf(option['id']), withoutPictures(textOf(option['value']))] as const,
    )
    return ref === ''
      ? []
      : [{ ref, name: textOf(property['name']), type: textOf(property['type']), options: new Map(options) }]
  })
  const first = (types: readonly string[], name?: RegExp) =>
    all.find((each) => types.includes(each.type) && (name === undefined || name.test(each.name))) ?? null
  const columns = views
    .filter(({ fields }) => fields['viewType'] === 'board')
    .map(({ fields }) => all.find(({ ref, type }) => ref === fields['groupById'] && type === 'select'))
  const start = first(['date'], /^start|^begin|^anfang/i)
  return {
    all,
    state: columns.find((each) => each !== undefined) ?? first(['select'], /^status$|^state$/i),
    priority: first(['select'], /^priorit/i),
    person: first(['person', 'multiPerson'], /assign|owner|responsible/i) ?? first(['person', 'multiPerson']),
    due:
      first(['date'], /due|deadline|fällig/i) ??
      all.find((each) => each.type === 'date' && each !== start) ??
      null,
    start,
  }
}

/** How a choice of a property is referred to. */
export function optionRef({ ref }: Property, option: string): string {
  return `${ref} ${option}`
}

/** What the properties of a card say; what has no place of its own is a field. */
export function cardValues(card: Block, properties: BoardProperties): CardValues {
  const values = recordOf(card.fields['properties'])
  const { state, priority, person, due, start } = properties
  const valueOf = (property: Property | null) => (property === null ? undefined : values[property.ref])
  const stateOption = textOf(valueOf(state))
  const taken = new Set([state, priority, person, due, start])
  const others = properties.all.filter((each) => !taken.has(each))
  return {
    stateRef: state?.options.has(stateOption) ? optionRef(state, stateOption) : null,
    priority: priorityName(priority?.options.get(textOf(valueOf(priority))) ?? ''),
    personRefs: refsOf(valueOf(person)),
    ...daysOf(spanOf(valueOf(due)), spanOf(valueOf(start))),
    labels: others
      .filter(({ type }) => type === 'multiSelect')
      .flatMap((each) => namesOf(each, values[each.ref])),
    fields: others.flatMap((each) => fieldOf(each, values[each.ref])),
  }
}

/** The days of a card that are written and are none. */
export function unreadableDays(
  card: Block,
  { due, start }: BoardProperties,
): readonly { readonly field: string; readonly text: string }[] {
  const values = recordOf(card.fields['properties'])
  return [due, start].flatMap((property) => {
    const value = property === null ? undefined : values[property.ref]
    const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
    return property === null || text === '' || spanOf(value).from !== null
      ? []
      : [{ field: property.name, text: text.slice(0, 60) }]
  })
}

/** What somebody is called of whom an archive tells no more than an id. */
export function personName(id: string): string {
  return `Focalboard user ${id.slice(0, 8)}`
}

/** A span is from its first day to its last; one day alone is when it is due. */
function daysOf(
  span: Span,
  start: Span,
): { readonly starts: TrackerTime | null; readonly due: TrackerTime | null } {
  return span.to === null
    ? { starts: start.from, due: span.from }
    : { starts: start.from ?? span.from, due: span.to }
}

/** `1. High` is high. */
function priorityName(name: string): string | null {
  return name.replace(/^\d+\s*[.)]\s*/, '') || null
}

function refsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? listOf(value).map(textOf) : [textOf(value)]).filter(Boolean)
}

function namesOf({ options }: Property, value: unknown): readonly string[] {
  return refsOf(value).flatMap((ref) => options.get(ref) || [])
}

type Span = { readonly from: TrackerTime | null; readonly to: TrackerTime | null }

/** `{"from":1642161600000,"to":…,"includeTime":true}` in a text, or milliseconds. */
function spanOf(value: unknown): Span {
  const text = textOf(value)
  const span: JsonRecord = /^\d+$/.test(text) ? { from: Number(text) } : parsed(text)
  const time = (at: unknown): TrackerTime | null => {
    const moment = momentOf(at)
    if (moment === null) return null
    // Days without a time are kept as noon of that day at Greenwich.
    return span['includeTime'] === true
      ? { at: moment }
      : { day: new Date(moment).toISOString().slice(0, 10) }
  }
  return { from: time(span['from']), to: time(span['to']) }
}

/** Kinds that say what every item has anyhow, or what the archive does not hold. */
const PASSED_OVER = new Set(['multiSelect', 'createdTime', 'createdBy', 'updatedTime', 'updatedBy', 'file'])

function fieldOf(property: Property, value: unknown): TrackerItem['fields'] {
  if (PASSED_OVER.has(property.type)) return []
  const text = fieldText(property, value)
  return text === '' ? [] : [{ name: property.name, value: text }]
}

function fieldText(property: Property, value: unknown): string {
  switch (property.type) {
    case 'select':
      return namesOf(property, value).join(', ')
    case 'date': {
      const { from, to } = spanOf(value)
      return [from, to]
        .flatMap((time) => (time === null ? [] : 'day' in time ? time.day : isoOf(time.at)))
        .join(' - ')
    }
    case 'person':
    case 'multiPerson':
      return refsOf(value).map(personName).join(', ')
    default:
      return refsOf(value).join(', ')
  }
}

const isoOf = (at: number): string => new Date(at).toISOString()
