import { EventEmitter } from 'node:events'
import {
  advanceProcess,
  compileProcess,
  feelExpressions,
  type ProcessGraph,
  type ProcessState,
  type ProcessWorld,
  startProcess,
} from '@millrace/core/process'
import { readBpmn } from '@millrace/formats/bpmn'
import { Engine } from 'bpmn-engine'
import { BpmnModdle } from 'bpmn-moddle'

const OURS = 20_000
const THEIRS = 50
const REPEATS = 5
const WORLD: ProcessWorld = { now: 0, dueOf: () => ({ ok: false, fault: 'no timers here' }) }

const flow = (from: string, to: string, condition = '') =>
  `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${condition}</sequenceFlow>`

/** Elements one after the other. */
function chain(...ids: readonly string[]): string {
  return ids
    .slice(1)
    .map((id, place) => flow(ids[place] ?? '', id))
    .join('')
}

function modelOf(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="bench"
    targetNamespace="bench"><process id="p" isExecutable="true">${inside}</process></definitions>`
}

const tasks = (kind: string, ids: readonly string[]) => ids.map((id) => `<${kind} id="${id}"/>`).join('')
const FIVE = ['a', 'b', 'c', 'd', 'e']

const MODELS = {
  'five tasks of people': modelOf(
    `<startEvent id="s"/>${tasks('userTask', FIVE)}<endEvent id="z"/>${chain('s', ...FIVE, 'z')}`,
  ),
  'ten tasks, a choice, three branches': modelOf(
    `<startEvent id="s"/>${tasks('userTask', [...FIVE, 'f', 'g', 'h', 'i', 'j'])}<endEvent id="z"/>
    <exclusiveGateway id="x" default="x_c"/><exclusiveGateway id="y"/><parallelGateway id="p1"/><parallelGateway id="p2"/>
    ${chain('s', 'a', 'x', 'c', 'y')}${flow('x', 'b')}${flow('b', 'y')}${chain('y', 'd', 'p1', 'e', 'f', 'p2')}
    ${chain('p1', 'g', 'h', 'p2')}${chain('p1', 'i', 'p2', 'j', 'z')}`,
  ),
} as const

/** Instances a CPU second in memory: the engine of Millrace, the same with its state as JSON in between, and bpmn-engine. */
export async function run(): Promise<void> {
  console.log(`\nEngines in memory: instances a CPU second, median of ${REPEATS} times`)
  console.log(
    '\n| model | Millrace | with state as JSON at each wait | bpmn-engine | ratio | ratio with JSON |',
  )
  console.log('|---|---|---|---|---|---|')
  for (const [name, xml] of Object.entries(MODELS)) {
    const graph = graphOf(xml)
    const ours = await median(OURS, () => runOurs(graph, (state) => state))
    const kept = await median(OURS, () => runOurs(graph, throughJson))
    const theirs = await median(THEIRS, await theirsOf(xml))
    const [whole, json] = [ours / theirs, kept / theirs].map((ratio) => Math.round(ratio))
    console.log(`| ${name} | ${shown(ours)} | ${shown(kept)} | ${shown(theirs)} | ${whole} | ${json} |`)
  }
}

const shown = (perSecond: number) => Math.round(perSecond).toLocaleString('en')

async function median(times: number, one: () => void | Promise<void>): Promise<number> {
  await one()
  const rates: number[] = []
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const before = process.cpuUsage()
    for (let at = 0; at < times; at++) await one()
    const { user, system } = process.cpuUsage(before)
    rates.push((1e6 * times) / (user + system))
  }
  return rates.toSorted((a, b) => a - b)[REPEATS >> 1] ?? 0
}

function graphOf(xml: string): ProcessGraph {
  const model = readBpmn(new TextEncoder().encode(xml))
  if (!model.ok) throw new Error(model.refusal.code)
  const compiled = compileProcess(
    model.value,
    'p',
    feelExpressions(() => ({ now: 0, zone: 'UTC' })),
  )
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults))
  return compiled.graph
}

/** As it would be kept in a database in between. */
function throughJson(state: ProcessState): ProcessState {
  return JSON.parse(JSON.stringify(state)) as ProcessState // What was written is what is read.
}

function runOurs(graph: ProcessGraph, kept: (state: ProcessState) => ProcessState): void {
  const begun = startProcess({ graph, world: WORLD }, { variables: { cost: 3 } })
  if (!begun.ok) throw new Error(begun.fault)
  let state = kept(begun.step.state)
  for (;;) {
    const open = state.tokens.find((token) => token.state === 'waiting')
    if (!open) break
    const command = { kind: 'complete', tokenId: open.id, values: {} } as const
    const advanced = advanceProcess({ graph, state, world: WORLD }, command)
    if (!advanced.ok) throw new Error(advanced.fault)
    state = kept(advanced.step.state)
  }
  if (state.status !== 'completed') throw new Error(state.status)
}

/** Their model is read once for all instances, too; work is completed as soon as it waits. */
async function theirsOf(xml: string): Promise<() => Promise<void>> {
  const moddleContext: unknown = await new BpmnModdle().fromXML(xml)
  return async () => {
    const listener = new EventEmitter()
    listener.on('activity.wait', (api: { readonly signal: () => void }) => api.signal())
    const engine = new Engine({ name: 'bench', moddleContext })
    await new Promise<void>((resolve, reject) => {
      void engine.execute({ listener }, (error: Error | null | undefined) => {
        if (error) reject(error)
        else resolve()
      })
    })
  }
}
