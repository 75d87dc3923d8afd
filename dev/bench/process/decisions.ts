import {
  compileModel,
  type DecisionTable,
  type DmnModel,
  evaluateMany,
  type FeelValue,
  parseNumber,
} from '@millrace/core/decision'
import { seededRandom } from '@millrace/core/kernel'

const ROWS = 20_000
const REPEATS = 5
const SIZES = [4, 20, 100]
const CITIES = ['North', 'South', 'East', 'West']

/** Evaluations of decision tables a second of CPU: three inputs (number, text, boolean), by number of rules. */
export function run(): void {
  console.log(`Decision tables: evaluations a CPU second, median of ${REPEATS} times ${ROWS}`)
  console.log('\n| rules | hit policy | evaluations / s | µs each | compiled in ms |')
  console.log('|---|---|---|---|---|')
  for (const rules of SIZES) {
    for (const hitPolicy of ['UNIQUE', 'FIRST', 'COLLECT'] as const) {
      const { perSecond, compileMs } = measure(modelOf({ rules, hitPolicy }))
      console.log(
        `| ${rules} | ${hitPolicy} | ${Math.round(perSecond).toLocaleString('en')} | ${(1e6 / perSecond).toFixed(2)} | ${compileMs.toFixed(1)} |`,
      )
    }
  }
}

function measure(model: DmnModel) {
  const before = process.cpuUsage()
  const program = compileModel(model)
  const compileMs = millisecondsSince(before)
  const rows = makeRows()
  const request = { decision: 'Price', now: 0, zone: 'UTC' }
  evaluateMany(program, request, rows)
  const times = Array.from({ length: REPEATS }, () => {
    const start = process.cpuUsage()
    evaluateMany(program, request, rows)
    return millisecondsSince(start)
  }).toSorted((a, b) => a - b)
  return { perSecond: (1000 * ROWS) / (times[REPEATS >> 1] ?? 1), compileMs }
}

function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function makeRows() {
  const random = seededRandom(7)
  return Array.from(
    { length: ROWS },
    () =>
      new Map<string, FeelValue>([
        ['Weight', parseNumber(String(Math.floor(random() * 1000)))],
        ['City', CITIES[Math.floor(random() * CITIES.length)] ?? ''],
        ['Express', random() < 0.5],
      ]),
  )
}

type Shape = { readonly rules: number; readonly hitPolicy: DecisionTable['hitPolicy'] }

function modelOf({ rules, hitPolicy }: Shape): DmnModel {
  const text = (of: string) => ({ text: of, line: 0 })
  const input = (name: string, typeRef: string) => ({
    label: name,
    expression: text(name),
    typeRef,
    allowedValues: null,
  })
  const step = Math.ceil(1000 / Math.ceil(rules / 4))
  const table: DecisionTable = {
    kind: 'decision-table',
    typeRef: null,
    line: 0,
    hitPolicy,
    aggregation: null,
    inputs: [input('Weight', 'number'), input('City', 'string'), input('Express', 'boolean')],
    outputs: [{ name: null, label: null, typeRef: 'number', allowedValues: null, defaultValue: null }],
    annotations: [],
    rules: Array.from({ length: rules }, (_, index) => ({
      id: null,
      inputs: [
        text(`[${Math.floor(index / 4) * step}..${Math.floor(index / 4) * step + step})`),
        text(
          `"${CITIES[Math.floor(index / 2) % 4] ?? ''}", "${CITIES[(Math.floor(index / 2) + 2) % 4] ?? ''}"`,
        ),
        text(index % 2 === 0 ? 'true' : 'false'),
      ],
      outputs: [text(`${index} + 0.5`)],
      annotations: [],
      line: 0,
    })),
  }
  const named = (name: string, typeRef: string | null) => ({ id: name, name, typeRef, line: 0 })
  return {
    name: 'Bench',
    namespace: 'bench',
    imports: [],
    itemDefinitions: [],
    inputData: [named('Weight', 'number'), named('City', 'string'), named('Express', 'boolean')],
    decisions: [
      { ...named('Price', 'number'), requires: ['#Weight', '#City', '#Express'], expression: table },
    ],
    businessKnowledge: [],
    services: [],
  }
}
