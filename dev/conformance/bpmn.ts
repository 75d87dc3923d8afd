// npm run conformance:bpmn -- DIR: reads every BPMN file of a folder, looks whether it can be drawn, with its own picture
// or with ours, writes it again and compares, and says whether its processes can be executed, or why not. Names every miss.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from '@millrace/core/kernel'
import { drawBpmn, ensureDiagram, readBpmn } from '@millrace/formats/bpmn'
import { BpmnModdle } from 'bpmn-moddle'
import { type Drawing, drawingOf } from './bpmn/drawing.ts'
import { executionOf } from './bpmn/execution.ts'
import { differencesOf, keptText } from './bpmn/round-trip.ts'

type Outcome = {
  readonly isRead: boolean
  readonly isKept: boolean
  /** As the product shows it: by its own picture, or by ours where it has none. */
  readonly isDrawn: boolean
  /** By our picture, whatever its own is. */
  readonly isLaidOut: boolean
  readonly isLossless: boolean
  readonly executable: number
  readonly refused: number
  readonly lines: readonly string[]
}

/** Of a file that the engine or `bpmn-moddle` does not read. */
const NOTHING = {
  ...{ isRead: false, isKept: false, isDrawn: false, isLaidOut: false, isLossless: false },
  ...{ executable: 0, refused: 0 },
}

const moddle = new BpmnModdle()

async function examine(bytes: Uint8Array): Promise<Outcome> {
  const read = readBpmn(bytes)
  if (!read.ok) return { ...NOTHING, lines: [read.refusal.code] }
  const kept = keptText(bytes)
  if (!kept.ok) return { ...NOTHING, lines: [kept.refusal.code] }
  const { text, isSame } = kept.value
  const parsed = await moddle.fromXML(text).catch((error: unknown) => String(error))
  if (typeof parsed === 'string') return { ...NOTHING, isKept: isSame, lines: [`by bpmn-moddle: ${parsed}`] }
  const { rootElement } = parsed
  const drawing = await pictureOf(ensureDiagram(text))
  const laidOut = await pictureOf(drawBpmn(text))
  const { xml } = await moddle.toXML(rootElement)
  const lost = differencesOf(text, xml)
  const execution = executionOf(read.value)
  const { executable, refused, reasons } = execution
  return {
    ...{ isRead: true, isKept: isSame, executable, refused },
    isDrawn: isWhole(drawing),
    isLaidOut: isWhole(laidOut) && laidOut.idle.length === 0,
    isLossless: lost.length === 0,
    lines: [
      `${drawing.shapes} shapes, ${drawing.edges} edges, ${executable} processes executable, ${refused} refused`,
      ...(isSame ? [] : ['its bytes do not come back']),
      ...drawing.misses.map((miss) => `not drawn: ${miss}`),
      ...drawing.idle.map((one) => `in its picture: ${one}`),
      ...[...laidOut.misses, ...laidOut.idle].map((miss) => `not laid out: ${miss}`),
      ...lost.map((fact) => `by bpmn-moddle: ${fact}`),
      ...reasons.map((reason) => `refused: ${reason}`),
    ],
  }
}

async function pictureOf(drawn: Result<string>): Promise<Drawing> {
  if (!drawn.ok) return { shapes: 0, edges: 0, misses: [drawn.refusal.code], idle: [] }
  return drawingOf((await moddle.fromXML(drawn.value)).rootElement)
}

function isWhole({ misses, shapes }: Drawing): boolean {
  return misses.length === 0 && shapes > 0
}

async function main(folder: string): Promise<number> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.bpmn'))
    .toSorted()
  const outcomes: Outcome[] = []
  for (const name of names) {
    const outcome = await examine(readFileSync(join(folder, name)))
    outcomes.push(outcome)
    for (const line of outcome.lines) console.log(`${name}: ${line}`)
  }
  const count = (is: (outcome: Outcome) => boolean) => `${outcomes.filter(is).length} of ${outcomes.length}`
  const sum = (of: 'executable' | 'refused') => outcomes.reduce((total, outcome) => total + outcome[of], 0)
  console.log(
    `${count(({ isRead }) => isRead)} files read, ${count(({ isDrawn }) => isDrawn)} drawn, ${count(({ isLaidOut }) => isLaidOut)} laid out anew,`,
  )
  console.log(
    `${count(({ isKept }) => isKept)} kept byte for byte, ${count(({ isLossless }) => isLossless)} without loss by bpmn-moddle,`,
  )
  console.log(`${sum('executable')} processes executable, ${sum('refused')} refused with reasons`)
  return 0
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: npm run conformance:bpmn -- DIR')
  process.exitCode = 2
} else process.exitCode = await main(folder)
