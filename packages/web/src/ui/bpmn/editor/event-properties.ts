import type { ModdleElement } from '../services.ts'
import { type Edit, expression, writeForeign } from './edit.ts'
import type { ElementPatch, ReferenceProperties, TimerProperties } from './element-properties.ts'
import {
  attributesOf,
  extensionsOf,
  foreignName,
  MILLRACE,
  partOf,
  partsOf,
  textOf,
  type Writable,
} from './moddle.ts'
import { replaceExtension, writeExtension } from './write-extension.ts'

/** The definition of an event of some kind. */
export function eventOf(is: ModdleElement, kind: string): Writable | undefined {
  return partsOf(is, 'eventDefinitions').find(({ $type }) => $type === `bpmn:${kind}EventDefinition`)
}

const TIMER_NAMES = {
  date: 'timeDate',
  duration: 'timeDuration',
  cycle: 'timeCycle',
} as const

/** When a timer goes off, and in which time it counts. */
export function readTimer(is: ModdleElement): TimerProperties | null {
  const timer = eventOf(is, 'Timer')
  if (!timer) return null
  const calendar = textOf(timer, foreignName(timer, 'calendar'))
  // Whoever names a calendar means its working time.
  const said = textOf(timer, foreignName(timer, 'counts')) || (calendar === '' ? 'clock' : 'working')
  const counts = said === 'working' ? 'working' : 'clock'
  for (const kind of ['date', 'cycle', 'duration'] as const) {
    const text = textOf(partOf(timer, TIMER_NAMES[kind]), 'body')
    if (text !== '') return { kind, text, counts, calendar }
  }
  return { kind: 'duration', text: '', counts, calendar }
}

/** Writes when a timer goes off. */
export function writeTimer(edit: Edit, { kind, text, counts, calendar }: TimerProperties): void {
  const timer = eventOf(edit.element.businessObject, 'Timer')
  if (!timer) return
  edit.modeling.updateModdleProperties(edit.element, timer, {
    ...{ timeDate: undefined, timeDuration: undefined, timeCycle: undefined },
    [TIMER_NAMES[kind]]: expression(edit, text),
  })
  const isUsual = counts === (calendar === '' ? 'clock' : 'working')
  writeForeign(edit, timer, { calendar, counts: isUsual ? '' : counts })
}

const REFERENCES = {
  message: { event: 'Message', ref: 'messageRef', type: 'bpmn:Message', code: null },
  signal: { event: 'Signal', ref: 'signalRef', type: 'bpmn:Signal', code: null },
  error: { event: 'Error', ref: 'errorRef', type: 'bpmn:Error', code: 'errorCode' },
  escalation: {
    ...{ event: 'Escalation', ref: 'escalationRef' },
    ...{ type: 'bpmn:Escalation', code: 'escalationCode' },
  },
} as const

/** The names in BPMN of what events refer to. */
export const REFERENCE_TYPES = {
  message: REFERENCES.message.type,
  signal: REFERENCES.signal.type,
  error: REFERENCES.error.type,
  escalation: REFERENCES.escalation.type,
} as const

/** What an event is about by name, or a task that sends or receives. */
export function readReference(is: ModdleElement): ReferenceProperties | null {
  for (const kind of ['message', 'signal', 'error', 'escalation'] as const) {
    const { ref, code } = REFERENCES[kind]
    const holder = holderOf(is, kind)
    if (!holder) continue
    const referred = partOf(holder, ref)
    const [subscription] = kind === 'message' ? extensionsOf(referred, 'subscription') : []
    return {
      ...{ kind, name: referred?.name ?? '', code: code === null ? '' : textOf(referred, code) },
      key: attributesOf(subscription).correlationKey ?? '',
    }
  }
  return null
}

/** What refers to a message, a signal, …: the definition of an event, or a task that sends or receives. */
function holderOf(is: ModdleElement, kind: ReferenceProperties['kind']): ModdleElement | undefined {
  const isTask = is.$type === 'bpmn:SendTask' || is.$type === 'bpmn:ReceiveTask'
  return isTask && kind === 'message' ? is : eventOf(is, REFERENCES[kind].event)
}

/**
 * Refers to the one of that name, which is added to the model where it has none yet. Another one that is there keeps
 * what is said of it.
 */
export function writeReference(edit: Edit, reference: ReferenceProperties): void {
  const { element, definitions, moddle, modeling } = edit
  const { kind, name } = reference
  const { ref, type } = REFERENCES[kind]
  const holder = holderOf(element.businessObject, kind)
  if (!holder) return
  if (name.trim() === '') return modeling.updateModdleProperties(element, holder, { [ref]: undefined })
  const before = partOf(holder, ref)
  const all = partsOf(definitions, 'rootElements')
  const known = before?.name === name ? before : all.find((root) => root.$type === type && root.name === name)
  const referred = known ?? moddle.create(type, { id: newRootId(all, type), name })
  if (!known) modeling.updateModdleProperties(element, definitions, { rootElements: [...all, referred] })
  if (!known || known === before) describe(edit, referred, reference)
  if (referred !== before) modeling.updateModdleProperties(element, holder, { [ref]: referred })
}

/** What is said of the message, the error, … itself. */
function describe(edit: Edit, referred: Writable, { kind, code, key }: ReferenceProperties): void {
  const { code: codeName } = REFERENCES[kind]
  if (codeName !== null)
    edit.modeling.updateModdleProperties(edit.element, referred, { [codeName]: code || undefined })
  if (kind === 'message') writeKey(edit, referred, key)
}

function newRootId(all: readonly Writable[], type: string): string {
  const stem = type.replace('bpmn:', '')
  const taken = new Set(all.map(({ id }) => id))
  let number = 1
  while (taken.has(`${stem}_${String(number)}`)) number++
  return `${stem}_${String(number)}`
}

/** For whom of several a message is: as the file says it, else in our own words. */
function writeKey(edit: Edit, message: Writable, correlationKey: string): void {
  const [theirs] = extensionsOf(message, 'subscription').filter((one) => one.$descriptor.ns.uri !== MILLRACE)
  if (!theirs) {
    writeExtension(edit, 'subscription', { attributes: { correlationKey }, children: null, of: message })
    return
  }
  const content = { ...attributesOf(theirs), correlationKey }
  const own = edit.moddle.createAny(theirs.$type, theirs.$descriptor.ns.uri ?? MILLRACE, content)
  replaceExtension(edit, message, { before: theirs, after: correlationKey === '' ? null : own })
}

/** What an event is about besides: something that becomes true, the other end of a link, what is undone. */
export function readAbout(is: ModdleElement): { [Name in (typeof ABOUT)[number]]: string | null } {
  const rule = eventOf(is, 'Conditional')
  const link = eventOf(is, 'Link')
  const undoing = eventOf(is, 'Compensate')
  const isThrown = is.$type === 'bpmn:EndEvent' || is.$type === 'bpmn:IntermediateThrowEvent'
  return {
    rule: rule ? textOf(partOf(rule, 'condition'), 'body') : null,
    link: link ? textOf(link, 'name') : null,
    undoes: undoing && isThrown ? (partOf(undoing, 'activityRef')?.id ?? '') : null,
  }
}

const ABOUT = ['rule', 'link', 'undoes'] as const

/** Writes what an event is about besides. */
export function writeAbout(
  edit: Edit,
  { rule, link, undoes }: ElementPatch,
  elementOf: (id: string) => ModdleElement | undefined,
): void {
  const { businessObject: is } = edit.element
  const write = (kind: string, values: Readonly<Record<string, unknown>>) => {
    const event = eventOf(is, kind)
    if (event) edit.modeling.updateModdleProperties(edit.element, event, values)
  }
  if (typeof rule === 'string') write('Conditional', { condition: expression(edit, rule) })
  if (typeof link === 'string') write('Link', { name: link })
  if (typeof undoes === 'string') write('Compensate', { activityRef: elementOf(undoes) })
}
