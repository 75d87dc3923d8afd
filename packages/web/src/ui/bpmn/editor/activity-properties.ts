import type { ModdleElement } from '../services.ts'
import { declareOwn, type Edit, expression, writeForeign } from './edit.ts'
import {
  type AdHocProperties,
  type DecisionProperties,
  type LoopProperties,
  type ScriptProperties,
  WORK_NAMES,
  type WorkProperties,
} from './element-properties.ts'
import {
  attributesOf,
  extensionOf,
  extensionsOf,
  foreignName,
  partOf,
  textOf,
  type Writable,
} from './moddle.ts'

/** Who does an activity, by what and how long it takes. */
export function readWork(is: ModdleElement): WorkProperties {
  const written = attributesOf(extensionOf(is, 'work'))
  // A record of every name: `fromEntries` only knows that they are texts.
  return Object.fromEntries(WORK_NAMES.map((name) => [name, written[name] ?? ''])) as WorkProperties
}

/** Which decision a task asks: as Camunda 7 writes it, and as Camunda 8 does. */
export function readDecision(is: ModdleElement): DecisionProperties {
  const said = (name: string) => textOf(is, foreignName(is, name))
  const [called] = extensionsOf(is, 'calledDecision')
  const theirs = attributesOf(called)
  const binding = said('decisionRefBinding') || theirs.bindingType
  return {
    key: said('decisionRef') || theirs.decisionId || '',
    binding: binding === 'deployment' || binding === 'version' ? binding : 'latest',
    version: said('decisionRefVersion'),
    result: said('resultVariable') || theirs.resultVariable || '',
  }
}

/** Writes which decision a task asks. */
export function writeDecision(edit: Edit, { key, binding, version, result }: DecisionProperties): void {
  const { businessObject: is } = edit.element
  const [called] = extensionsOf(is, 'calledDecision')
  const isSaid = binding !== 'latest' || attributesOf(called).bindingType !== undefined
  writeForeign(edit, is, {
    decisionRef: key,
    decisionRefBinding: isSaid ? binding : '',
    decisionRefVersion: binding === 'version' ? version : '',
    resultVariable: result,
  })
}

/** What is worked out, and the name that it gets. */
export function readScript(is: ModdleElement): ScriptProperties {
  return { text: textOf(is, 'script'), result: textOf(is, foreignName(is, 'resultVariable')) }
}

/** Writes what is worked out. */
export function writeScript(edit: Edit, { text, result }: ScriptProperties): void {
  const { element, modeling } = edit
  modeling.updateProperties(element, { script: text || undefined, scriptFormat: text ? 'feel' : undefined })
  writeForeign(edit, element.businessObject, { resultVariable: result })
}

/** How the parts of an ad-hoc sub-process are done. */
export function readAdHoc(is: ModdleElement): AdHocProperties {
  return {
    isSequential: is.get('ordering') === 'Sequential',
    cancelsRemaining: is.get('cancelRemainingInstances') !== false,
    enough: textOf(partOf(is, 'completionCondition'), 'body'),
  }
}

/** Writes how the parts of an ad-hoc sub-process are done. */
export function writeAdHoc(edit: Edit, { isSequential, cancelsRemaining, enough }: AdHocProperties): void {
  edit.modeling.updateProperties(edit.element, {
    ordering: isSequential ? 'Sequential' : 'Parallel',
    cancelRemainingInstances: cancelsRemaining,
    completionCondition: expression(edit, enough),
  })
}

/** That an activity is done several times. */
export function readLoop(is: ModdleElement): LoopProperties {
  const loop = partOf(is, 'loopCharacteristics')
  if (!loop) return { kind: 'once' }
  if (loop.$type === 'bpmn:StandardLoopCharacteristics') {
    return {
      kind: 'again',
      condition: textOf(partOf(loop, 'loopCondition'), 'body'),
      max: textOf(loop, 'loopMaximum'),
      isTestedBefore: loop.get('testBefore') === true,
    }
  }
  return {
    kind: 'each',
    isSequential: loop.get('isSequential') === true,
    count: textOf(partOf(loop, 'loopCardinality'), 'body'),
    list: textOf(loop, foreignName(loop, 'collection')),
    element: textOf(loop, foreignName(loop, 'elementVariable')),
    enough: textOf(partOf(loop, 'completionCondition'), 'body'),
  }
}

/** Writes that an activity is done several times. */
export function writeLoop(edit: Edit, loop: LoopProperties): void {
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
    if (value === '') continue
    declareOwn(edit)
    made.set(foreignName(before, name), value)
  }
  return made
}
