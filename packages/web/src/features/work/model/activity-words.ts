import type { ActivityView } from '@millrace/contract'
import { BLOCKER_REASONS, RELATION_KINDS, STATE_GROUPS } from '@millrace/core/work'
import { formatDay, formatEffort, formatMoney } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import { textsActivity } from '../texts-activity.ts'
import { checklistInWords } from './checklist-words.ts'
import { customText } from './columns/custom-text.ts'
import type { Lookup } from './lookup.ts'

/** One fact of the journal for people: who, what happened in a few words, and the details. */
export type ActivityWords = {
  readonly who: string
  readonly personId: string | null
  readonly text: string
  readonly details: readonly string[]
}

type Bag = Readonly<Record<string, unknown>>

/** Says in plain words what an event of the journal means. Kinds it does not know are named as they are. */
export function activityInWords(event: ActivityView, lookup: Lookup): ActivityWords {
  const personId = textOf(event.actor['personId'])
  const { text, details = nameIn(event.data) } = sentence(event, lookup)
  return { who: actorName(event.actor, lookup), personId, text, details }
}

/** The item that an event is about, or null when it is about something else. */
export function itemIdOf({ subject, data }: ActivityView): string | null {
  return subject.kind === 'item' ? subject.id : textOf(data['itemId'])
}

/** What carries a name of its own: a phase, a step, a stage, an instance, a baseline, a file. */
const NAMED = ['phase', 'step', 'stage', 'instance'] as const

function nameIn(data: Bag): readonly string[] {
  const bags = [...NAMED.map((part) => bagOf(data[part])), data]
  return notes(bags.map((bag) => textOf(bag['name']) ?? textOf(bag['title'])).find((name) => name !== null))
}

type Sentence = { readonly text: string; readonly details?: readonly string[] }

function sentence(event: ActivityView, lookup: Lookup): Sentence {
  const { data } = event
  switch (event.kind) {
    case 'work.changed':
      return changed(bagOf(data['changes']), lookup)
    case 'work.moved':
      return moved(data, lookup)
    case 'work.waiting':
      return waiting(bagOf(data['waitingFor']), data['waitingFor'] !== null, lookup)
    case 'work.blocked': {
      const blocker = bagOf(data['blocker'])
      const reason = BLOCKER_REASONS.find((each) => each === blocker['reason']) ?? 'other'
      return { text: textsActivity.blocked(texts.blocker[reason]), details: notes(blocker['note']) }
    }
    case 'work.noticed':
      return { text: textsActivity.plain['work.noticed'], details: notes(data['note']) }
    case 'work.related':
    case 'work.unrelated':
      return related(event.kind, data)
    case 'work.placed':
      return { text: textsActivity.placed(containerNames(data['to'], lookup)) }
    case 'work.seen_by_changed': {
      const { seenBy } = bagOf(data['to'])
      if (!Array.isArray(seenBy)) return { text: textsActivity.noLongerConfidential }
      const names = seenBy.map((id) => personName(plainText(id), lookup)).join(', ')
      return { text: textsActivity.madeConfidential(names === '' ? textsActivity.managers : names) }
    }
    case 'work.recurrence_set':
      return { text: textsActivity[data['isRepeating'] === true ? 'repeats' : 'repeatsNoMore'] }
    case 'work.repeated':
      return { text: textsActivity.repeated(textOf(data['nextKey']) ?? '') }
    case 'work.merged':
      return { text: textsActivity.mergedInto(textOf(data['intoKey']) ?? '') }
    case 'work.took_in':
      return { text: textsActivity.tookIn(textOf(data['key']) ?? '') }
    case 'work.container_changed':
      return changed(bagOf(data['changes']), lookup)
    default:
      return checklistInWords(event, lookup) ?? { text: plainWords(event.kind) }
  }
}

function plainWords(kind: string): string {
  const known: Readonly<Record<string, string>> = textsActivity.plain
  return known[kind] ?? kind.replace(/^\w+\./, '').replaceAll('_', ' ')
}

function moved(data: Bag, lookup: Lookup): Sentence {
  const to = stateName(textOf(data['to']) ?? '', data['toGroup'], lookup)
  const from = stateName(textOf(data['from']) ?? '', data['fromGroup'], lookup)
  const text = textsActivity.moved(from, to)
  return data['overLimit'] === true ? { text, details: [textsActivity.overLimit] } : { text }
}

function waiting(waitingFor: Bag, isWaiting: boolean, lookup: Lookup): Sentence {
  if (!isWaiting) return { text: textsActivity.stoppedWaiting }
  const personId = textOf(waitingFor['personId'])
  const note = textOf(waitingFor['note']) ?? ''
  const whom = personId === null ? note : personName(personId, lookup)
  return { text: textsActivity.waiting(whom), details: personId === null ? [] : notes(note) }
}

function related(kind: 'work.related' | 'work.unrelated', data: Bag): Sentence {
  const relation = bagOf(data['relation'] ?? data)
  const known = RELATION_KINDS.find((each) => each === relation['kind'])
  const words = known === undefined ? '' : texts.relation[known].from.toLowerCase()
  return { text: textsActivity[kind === 'work.related' ? 'related' : 'unrelated'](words) }
}

/** One line for each field that changed; long texts only say that they did. */
function changed(changes: Bag, lookup: Lookup): Sentence {
  const { fields, rank: _rank, ...plain } = changes
  const lines = [
    ...Object.entries(plain).map(([field, change]) => changeLine(field, bagOf(change), lookup)),
    ...Object.entries(bagOf(fields)).map(([id, change]) => customLine(id, bagOf(change), lookup)),
  ]
  const [only] = lines
  if (lines.length === 0) return { text: textsActivity.reordered }
  return lines.length === 1 && only !== undefined
    ? { text: only }
    : { text: textsActivity.changed, details: lines }
}

function changeLine(field: string, change: Bag, lookup: Lookup): string {
  const names: Readonly<Record<string, string>> = textsActivity.field
  const name = names[field] ?? field
  if (field === 'description') return textsActivity.rewrote(name)
  return textsActivity.set(
    name,
    valueInWords(field, change['from'], lookup),
    valueInWords(field, change['to'], lookup),
  )
}

function customLine(id: string, change: Bag, lookup: Lookup): string {
  const field = lookup.fields.get(id)
  const name = field?.name ?? textsActivity.customField
  const word = (value: unknown) => {
    if (field && (typeof value === 'string' || typeof value === 'number'))
      return customText(field, value, lookup)
    return plainText(value)
  }
  return textsActivity.set(name, word(change['from']), word(change['to']))
}

type InWords = (value: unknown, lookup: Lookup) => string

const number = (value: unknown) => (typeof value === 'number' ? value : 0)

/** How the values of a field are said, by the end of its name: that tells what it holds. */
const BY_ENDING: readonly (readonly [ending: string, inWords: InWords])[] = [
  ['teamId', (value, lookup) => lookup.teams.get(plainText(value))?.name ?? textsActivity.unseen],
  ['parentId', () => textsActivity.anotherItem],
  ['TypeId', (value, lookup) => lookup.types.get(plainText(value))?.name ?? textsActivity.unseen],
  ['Id', (value, lookup) => personName(plainText(value), lookup)],
  ['labelIds', (value, lookup) => labelNames(value, lookup)],
  ['On', (value) => formatDay(plainText(value))],
  ['Min', (value) => formatEffort(number(value))],
  ['Minor', (value, lookup) => formatMoney(number(value), lookup.organisation.currency)],
  ['priority', (value) => texts.priority[number(value)] ?? ''],
  ['rea', (value) => texts.area[plainText(value)] ?? plainText(value)],
]

function valueInWords(field: string, value: unknown, lookup: Lookup): string {
  if (value === null || value === undefined || value === '') return ''
  const [, inWords] = BY_ENDING.find(([ending]) => field.endsWith(ending)) ?? []
  return inWords ? inWords(value, lookup) : plainText(value)
}

function labelNames(ids: unknown, lookup: Lookup): string {
  const list: readonly unknown[] = Array.isArray(ids) ? ids : []
  return list.flatMap((id) => lookup.labels.get(plainText(id))?.name ?? []).join(', ')
}

/** A text, number or yes and no as it is; anything else has no words. */
function plainText(value: unknown): string {
  if (typeof value === 'boolean') return value ? textsActivity.yes : textsActivity.no
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function actorName(actor: Bag, lookup: Lookup): string {
  const personId = textOf(actor['personId'])
  const engine = textOf(actor['engine'])
  if (actor['kind'] === 'import') return textsActivity.importBy(personName(personId ?? '', lookup))
  if (personId !== null) return personName(personId, lookup)
  const engines: Readonly<Record<string, string>> = textsActivity.engine
  return (engine !== null && engines[engine]) || textsActivity.system
}

function personName(id: string, lookup: Lookup): string {
  return lookup.people.get(id)?.name ?? textsActivity.somebody
}

/** The name of a state in any workflow, or that of its group. */
function stateName(id: string, group: unknown, lookup: Lookup): string {
  for (const type of lookup.types.values()) {
    const state = type.workflow.states.find((each) => each.id === id && each.group === group)
    if (state) return state.name
  }
  const known = STATE_GROUPS.find((each) => each === group)
  return known ? texts.stateGroup[known] : id
}

function containerNames(ids: unknown, lookup: Lookup): string {
  const list: readonly unknown[] = Array.isArray(ids) ? ids : []
  return list.map((id) => lookup.containers.get(plainText(id))?.name ?? textsActivity.unseen).join(', ')
}

function notes(note: unknown): readonly string[] {
  const text = textOf(note)
  return text === null || text === '' ? [] : [text]
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function bagOf(value: unknown): Bag {
  // Anything else than an object has no entries to read.
  return typeof value === 'object' && value !== null ? (value as Bag) : {}
}
