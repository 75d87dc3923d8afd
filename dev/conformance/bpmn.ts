// npm run conformance:bpmn -- DIR: reads every BPMN file of a folder, looks whether it can be drawn, writes it again and
// compares, and says whether its processes can be executed, or why not. Names every miss.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBpmn } from '@millrace/formats/bpmn'
import { BpmnModdle } from 'bpmn-moddle'
import { drawingOf } from './bpmn/drawing.ts'
import { executionOf } from './bpmn/execution.ts'
import { differencesOf, keptText } from './bpmn/round-trip.ts'

type Outcome = {
  readonly isRead: boolean
  readonly isKept: boolean
  readonly isDrawn: boolean
  readonly isLossless: boolean
  readonly executable: number
  readonly refused: number
  readonly lines: readonly string[]
}

/** Of a file that the engine or `bpmn-moddle` does not read. */
const NOTHING = { isRead: false, isKept: false, isDrawn: false, isLossless: false, executable: 0, refused: 0 }

async function examine(bytes: Uint8Array): Promise<Outcome> {
  const read = readBpmn(bytes)
  if (!read.ok) return { ...NOTHING, lines: [read.refusal.code] }
  const kept = keptText(bytes)
  if (!kept.ok) return { ...NOTHING, lines: [kept.refusal.code] }
  const { text, isSame } = kept.value
  const moddle = new BpmnModdle()
  const parsed = await moddle.fromXML(text).catch((error: unknown) => String(error))
  if (typeof parsed === 'string') return { ...NOTHING, isKept: isSame, lines: [`by bpmn-moddle: ${parsed}`] }
  const { rootElement } = parsed
  const drawing = drawingOf(rootElement)
  const { xml } = await moddle.toXML(rootElement)
  const lost = differencesOf(text, xml)
  const execution = executionOf(read.value)
  const { executable, refused, reasons } = execution
  return {
    ...{ isRead: true, isKept: isSame, executable, refused },
    isDrawn: drawing.misses.length === 0 && drawing.shapes > 0,
    isLossless: lost.length === 0,
    lines: [
      `${drawing.shapes} shapes, ${drawing.edges} edges, ${executable} processes executable, ${refused} refused`,
      ...(isSame ? [] : ['its bytes do not come back']),
      ...drawing.misses.map((miss) => `not drawn: ${miss}`),
      ...lost.map((fact) => `by bpmn-moddle: ${fact}`),
      ...reasons.map((reason) => `refused: ${reason}`),
    ],
  }
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
  console.log(`${count(({ isRead }) => isRead)} files read, ${count(({ isDrawn }) => isDrawn)} drawn,`)
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
