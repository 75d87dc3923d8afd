import {
  type BpmnContent,
  type BpmnExpression,
  type BpmnModel,
  type CompileExpression,
  type Expression,
  type ProcessGraph,
  type ProcessWorld,
  startProcess,
} from '@millrace/core/process'
import { continueProcess } from './continue-process.ts'
import { THROWS } from './throws.ts'

/** A case of the suite: what a process begins with. */
export type BetsyCase = {
  readonly input: string | null
  readonly integer: number
  readonly parallelInstances: boolean
  readonly expected: readonly string[]
}

const SECONDS = /^PT(\d+)S$/
const COUNTED = /^activationCount\s*>=\s*(\d+)$/
const COMPARED = /^(\w+)\s*<\s*(\d+)$/
const CONTAINS = /^(!?)test\.contains\("(\w+)"\)$/
const PLAIN_NUMBER = /^\d+$/
const VARIABLE = /^\w+$/
const DATA = 'String'

/** What one instance has said, and in which order. */
export type Marks = { readonly marks: string[] }

/** The few expressions and scripts that the models of the suite are written in. */
export function betsyExpressions(said: Marks): CompileExpression {
  return ({ text }: BpmnExpression) => {
    const bare = text.replace(/^\$\{(.*)\}$/s, '$1').trim()
    return { ok: true, expression: scriptOf(bare, said) ?? conditionOf(bare) }
  }
}

function scriptOf(text: string, { marks }: Marks): Expression | null {
  const [, mark] = /^SCRIPT_(\w+)$/.exec(text) ?? []
  if (mark !== undefined) {
    return () => {
      marks.push(mark)
      return { ok: true, value: null }
    }
  }
  switch (text) {
    case 'CREATE_LOG_FILE':
    case 'CREATE_TIMESTAMP_LOG_1':
    case 'CREATE_TIMESTAMP_LOG_2':
      return () => ({ ok: true, value: null })
    case 'INCREMENT_INTEGER_VARIABLE':
      return ({ integerVariable }) => ({
        ok: true,
        value: { integerVariable: Number(integerVariable) + 1 },
      })
    case 'SET_STRING_DATA':
      return () => ({ ok: true, value: { data: DATA } })
    case 'LOG_DATA':
      return ({ data }) => {
        if (data === DATA) marks.push('DataCorrect')
        return { ok: true, value: null }
      }
    case 'THROW_ERROR':
      return () => ({ ok: false, fault: 'thrown by the script' })
    default:
      return null
  }
}

function conditionOf(text: string): Expression {
  const contains = CONTAINS.exec(text)
  if (contains) {
    const [, not, part = ''] = contains
    return ({ test }) => ({
      ok: true,
      value: (typeof test === 'string' ? test : '').includes(part) !== (not === '!'),
    })
  }
  const compared = COMPARED.exec(text)
  if (compared) {
    const [, name = '', limit] = compared
    return (variables) => ({ ok: true, value: Number(variables[name]) < Number(limit) })
  }
  const [, least] = COUNTED.exec(text) ?? []
  if (least !== undefined)
    return ({ activationCount }) => ({ ok: true, value: Number(activationCount) >= Number(least) })
  if (PLAIN_NUMBER.test(text)) return () => ({ ok: true, value: Number(text) })
  if (VARIABLE.test(text) && !SECONDS.test(text)) return (variables) => ({ ok: true, value: variables[text] })
  return () => ({ ok: true, value: text })
}

const WORLD: Omit<ProcessWorld, 'now'> = {
  dueOf: ({ value }) => {
    const [, seconds] = SECONDS.exec(String(value)) ?? []
    if (seconds === undefined) return { ok: false, fault: `${String(value)} is no duration` }
    return { ok: true, dueAt: Number(seconds) * 1000, cycle: null }
  },
}

/** Scripts end by themselves or not at all: what throws an error of the field is work that somebody does. */
export function throwing(model: BpmnModel): BpmnModel {
  const inside = <Content extends BpmnContent>(content: Content): Content => ({
    ...content,
    nodes: content.nodes.map((node) => ({
      ...node,
      type: node.work.script?.text === THROWS ? 'serviceTask' : node.type,
      content: node.content && inside(node.content),
    })),
  })
  return { ...model, processes: model.processes.map(inside) }
}

/** Runs a case on a virtual clock; what a case expects of a run that fails is a mark of its own. */
export function runCase(graph: ProcessGraph, one: BetsyCase, said: Marks): readonly string[] {
  said.marks.length = 0
  const variables = { test: one.input, integerVariable: one.integer }
  const begun = startProcess({ graph, world: { ...WORLD, now: 0 } }, { variables })
  if (!begun.ok) return [begun.fault]
  const ended = continueProcess(graph, begun.step.state, WORLD)
  const hasFailed = ended.incidents.length > 0 || ended.status === 'failed'
  return [...said.marks, ...(hasFailed ? ['RuntimeException'] : [])]
}
