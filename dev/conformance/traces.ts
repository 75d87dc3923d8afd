// npm run conformance:traces -- DIR: plays the traces of a token simulation (NAME.bpmn with NAME.json) with the engine
// and says which elements are left, and which flows taken, otherwise than expected.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BpmnContent, BpmnModel } from '@millrace/core/process'
import { readBpmn } from '@millrace/formats/bpmn'
import { type Counts, type Expected, readTrace, TracePlay } from './traces-run.ts'

function differences(expected: Counts, found: Counts): readonly string[] {
  return [...new Set([...expected.keys(), ...found.keys()])].toSorted().flatMap((element) => {
    const [wanted, had] = [expected.get(element) ?? 0, found.get(element) ?? 0]
    return wanted === had ? [] : [`${element} ${had} instead of ${wanted}`]
  })
}

/** Several traces of one model are told apart by a number. */
function modelOf(folder: string, name: string): string {
  const names = [name, name.replace(/-\d+$/, ''), name.replace('-message-trigger', '')]
  return names.map((one) => join(folder, `${one}.bpmn`)).find(existsSync) ?? ''
}

function linesOf(folder: string, name: string): readonly string[] {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as readonly string[] // The layout of the kit.
}

const traceOf = (folder: string, name: string) => readTrace(linesOf(folder, name))

/** Some traces go on where another one of the same model stopped: the one that begins. */
function beginningOf(folder: string, name: string): Expected | null {
  if (linesOf(folder, name)[0]?.startsWith('createScope')) return null
  const bare = name.replace(/-\d+$/, '')
  const first = [`${bare}-0`, `${bare}-1`, bare].find(
    (one) => existsSync(join(folder, `${one}.json`)) && linesOf(folder, one)[0]?.startsWith('createScope'),
  )
  return first === undefined ? null : traceOf(folder, first)
}

function isChosen(nodes: BpmnContent['nodes'], id: string): boolean {
  return nodes.find((node) => node.id === id)?.type === 'eventBasedGateway'
}

/** What tokens pass: flows, messages, and elements in which nothing lies; events behind gateways are waited for there. */
function elementsOf(model: BpmnModel): ReadonlySet<string> {
  const inside = ({ nodes, flows }: BpmnContent): readonly string[] => [
    ...flows.filter(({ sourceId }) => !isChosen(nodes, sourceId)).map(({ id }) => id),
    ...nodes.flatMap((node) => {
      if (node.content) return inside(node.content)
      return node.type === 'eventBasedGateway' ? [] : [node.id]
    }),
  ]
  return new Set([...model.processes.flatMap(inside), ...model.messageFlows.map(({ id }) => id)])
}

function examine(folder: string, name: string): readonly string[] {
  const read = readBpmn(readFileSync(modelOf(folder, name)))
  if (!read.ok) return [read.refusal.code]
  const before = beginningOf(folder, name)
  const expected = traceOf(folder, name)
  const play = new TracePlay(read.value, before ?? expected)
  if (play.problems.length > 0) return play.problems
  if (before) {
    play.play(before.signals)
    play.goOnWith(expected)
  }
  play.play(expected.signals)
  const told = elementsOf(read.value)
  const own = (counts: Counts) => new Map([...counts].filter(([element]) => told.has(element)))
  return differences(own(expected.counts), own(play.counts))
}

function main(folder: string): number {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .toSorted()
  let passed = 0
  for (const name of names) {
    const misses = examine(folder, name)
    if (misses.length === 0) passed += 1
    else console.log(`${name}: ${misses.join(', ')}`)
  }
  console.log(`${passed} of ${names.length} traces`)
  return 0
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: npm run conformance:traces -- DIR')
  process.exitCode = 2
} else process.exitCode = main(folder)
