import type { DrawnElement, ModdleElement } from '../services.ts'
import type {
  ElementPatch,
  LoopProperties,
  ReferenceProperties,
  ScriptProperties,
  ServiceProperties,
} from './element-properties.ts'
import {
  attributesOf,
  extensionOf,
  foreignName,
  MILLRACE,
  type Moddle,
  partOf,
  partsOf,
  type Writable,
} from './moddle.ts'
import { eventOf, holderOf, REFERENCES, TIMER_NAMES } from './read-properties.ts'

/** Changes a model so that each change can be taken back. */
export type Modeling = {
  readonly updateProperties: (element: DrawnElement, values: Readonly<Record<string, unknown>>) => void
  readonly updateModdleProperties: (
    element: DrawnElement,
    part: ModdleElement,
    values: Readonly<Record<string, unknown>>,
  ) => void
}

/** What a change needs: the drawn element, and whatever makes and changes. */
export type Edit = {
  readonly element: DrawnElement
  readonly source: DrawnElement | undefined
  readonly definitions: ModdleElement
  readonly moddle: Moddle
  readonly modeling: Modeling
}

/** Says something anew of an element. Everything else that the file says of it stays. */
export function writeProperties(edit: Edit, patch: ElementPatch): void {
  for (const part of PARTS) part(edit, patch)
}

/** Each writes its part where that is said anew. */
const PARTS: readonly ((edit: Edit, patch: ElementPatch) => void)[] = [
  ({ element, modeling }, { name }) => {
    if (name !== undefined) modeling.updateProperties(element, { name })
  },
  ({ element, modeling }, { called }) => {
    if (typeof called === 'string') modeling.updateProperties(element, { calledElement: called || undefined })
  },
  (edit, { decision }) => {
    if (typeof decision === 'string') writeForeign(edit, 'decisionRef', decision)
  },
  (edit, { work }) => work && writeExtension(edit, 'work', { attributes: work, children: null }),
  (edit, { service }) => service && writeService(edit, service),
  (edit, { condition }) => condition && writeCondition(edit, condition),
  (edit, { timer }) => timer && writeTimer(edit, timer),
  (edit, { reference }) => reference && writeReference(edit, reference),
  (edit, { script }) => script && writeScript(edit, script),
  (edit, { loop }) => loop && writeLoop(edit, loop),
  (edit, { rule }) => {
    const event = eventOf(edit.element.businessObject, 'ConditionalEventDefinition')
    if (typeof rule !== 'string' || !event) return
    edit.modeling.updateModdleProperties(edit.element, event, { condition: expression(edit, rule) })
  },
]

type Extension = {
  readonly attributes: Readonly<Record<string, string>>
  /** Null: as they were. */
  readonly children: readonly Writable[] | null
}

/** Writes our own element anew, with what it says besides; without anything to say there is none. */
function writeExtension(edit: Edit, name: string, { attributes, children }: Extension): void {
  const { element, moddle, modeling } = edit
  const before = extensionOf(element.businessObject, name)
  const said = Object.entries({ ...attributesOf(before), ...attributes }).filter(([, value]) => value !== '')
  const inside = children ?? before?.$children ?? []
  const type = before?.$type ?? `millrace:${name}`
  const content = { ...Object.fromEntries(said), ...(inside.length > 0 ? { $children: inside } : {}) }
  const isEmpty = said.length === 0 && inside.length === 0
  const own = isEmpty ? [] : [moddle.createAny(type, MILLRACE, content)]
  const holder = partOf(element.businessObject, 'extensionElements')
  const others = partsOf(holder, 'values').filter((value) => value !== before)
  const values = [...others, ...own]
  const kept = values.length === 0 ? undefined : moddle.create('bpmn:ExtensionElements', { values })
  modeling.updateProperties(element, { extensionElements: kept })
}

function writeService(edit: Edit, { body, ...said }: ServiceProperties): void {
  const before = extensionOf(edit.element.businessObject, 'service')
  const others = before?.$children?.filter(({ $descriptor: { ns } }) => ns.localName !== 'body') ?? []
  const own = body === '' ? [] : [edit.moddle.createAny('millrace:body', MILLRACE, { $body: body })]
  writeExtension(edit, 'service', { attributes: said, children: [...others, ...own] })
}

function expression({ moddle }: Edit, body: string): Writable | undefined {
  return body.trim() === '' ? undefined : moddle.create('bpmn:FormalExpression', { body })
}

function writeCondition(edit: Edit, { text, isDefault }: NonNullable<ElementPatch['condition']>): void {
  const { element, source, modeling } = edit
  modeling.updateProperties(element, { conditionExpression: isDefault ? undefined : expression(edit, text) })
  if (!source) return
  const isNow = source.businessObject.get('default') === element.businessObject
  if (isNow !== isDefault)
    modeling.updateProperties(source, { default: isDefault ? element.businessObject : undefined })
}

function writeTimer(edit: Edit, { kind, text }: NonNullable<ElementPatch['timer']>): void {
  const timer = eventOf(edit.element.businessObject, 'TimerEventDefinition')
  if (!timer) return
  const none = { timeDate: undefined, timeDuration: undefined, timeCycle: undefined }
  edit.modeling.updateModdleProperties(edit.element, timer, {
    ...none,
    [TIMER_NAMES[kind]]: expression(edit, text),
  })
}

/** Refers to the one of that name, which is added to the model where it has none yet. */
function writeReference(edit: Edit, { kind, name, code }: ReferenceProperties): void {
  const { element, definitions, moddle, modeling } = edit
  const { ref, type, code: codeName } = REFERENCES[kind]
  const holder = holderOf(element.businessObject, kind)
  if (!holder) return
  if (name.trim() === '') return modeling.updateModdleProperties(element, holder, { [ref]: undefined })
  const all = partsOf(definitions, 'rootElements')
  const known = all.find((root) => root.$type === type && root.name === name)
  const referred = known ?? moddle.create(type, { id: newRootId(all, type), name })
  if (!known) modeling.updateModdleProperties(element, definitions, { rootElements: [...all, referred] })
  if (codeName !== null) modeling.updateModdleProperties(element, referred, { [codeName]: code || undefined })
  modeling.updateModdleProperties(element, holder, { [ref]: referred })
}

function newRootId(all: readonly Writable[], type: string): string {
  const stem = type.replace('bpmn:', '')
  const taken = new Set(all.map(({ id }) => id))
  let number = 1
  while (taken.has(`${stem}_${String(number)}`)) number++
  return `${stem}_${String(number)}`
}

function writeForeign({ element, modeling }: Edit, name: string, value: string): void {
  modeling.updateProperties(element, { [foreignName(element.businessObject, name)]: value || undefined })
}

function writeScript(edit: Edit, { text, result }: ScriptProperties): void {
  edit.modeling.updateProperties(edit.element, {
    script: text || undefined,
    scriptFormat: text ? 'feel' : undefined,
  })
  writeForeign(edit, 'resultVariable', result)
}

function writeLoop(edit: Edit, loop: LoopProperties): void {
  const { element, modeling } = edit
  const before = partOf(element.businessObject, 'loopCharacteristics')
  modeling.updateProperties(element, { loopCharacteristics: loopOf(edit, loop, before) })
}

function loopOf(edit: Edit, loop: LoopProperties, before: Writable | undefined): Writable | undefined {
  const { moddle } = edit
  if (loop.kind === 'once') return undefined
  if (loop.kind === 'again') {
    return moddle.create('bpmn:StandardLoopCharacteristics', {
      loopCondition: expression(edit, loop.condition),
      loopMaximum: loop.max === '' ? undefined : Number(loop.max),
      testBefore: loop.isTestedBefore,
    })
  }
  const made = moddle.create('bpmn:MultiInstanceLoopCharacteristics', {
    isSequential: loop.isSequential,
    loopCardinality: expression(edit, loop.count),
    completionCondition: expression(edit, loop.enough),
  })
  for (const [name, value] of [
    ['collection', loop.list],
    ['elementVariable', loop.element],
  ] as const) {
    if (value !== '') made.set(foreignName(before, name), value)
  }
  return made
}
