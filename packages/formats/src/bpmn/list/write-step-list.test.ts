import type { BpmnModel, BpmnNode } from '@millrace/core/process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStepList, stepsOf, writeStepList } from '../index.ts'
import { bareNode } from '../write/linear-model.ts'
import { isSameProcess } from './same-process.ts'

const PROCESS = { id: 'p', name: 'Roof', known: [] }

function modelOf(text: string, process: Parameters<typeof readStepList>[1] = PROCESS): BpmnModel {
  const { model, problems } = readStepList(text, process)
  expect(problems).toEqual([])
  return model
}

function written(model: BpmnModel, language: 'en' | 'de' = 'en'): string {
  const list = writeStepList(model, language)
  if (list.text === null) throw new Error(`${list.code} ${String(list.elementId)}`)
  return list.text
}

const contentOf = ({ processes: [process] }: BpmnModel) =>
  process ?? { nodes: [], flows: [], associations: [] }

const anyName = fc.constantFrom('Look at it', 'Ask the owner', 'Write report', 'Order material', 'Sign')
const anyStep = fc
  .tuple(anyName, fc.constantFrom('', ' (Manager)', ' (Roofers) within 2 days', ' takes 90 minutes'))
  .map(([name, said]) => `${name}${said}`)
const anyCondition = fc.constantFrom('cost > 500', 'it is late', 'not(approved)', 'the owner agrees')

/** Lines with what is indented below them. */
type Block = readonly string[]
const indented = (block: Block) => block.map((line) => `   ${line}`)
const dashed = ([first = '', ...rest]: Block) => [`- ${first}`, ...rest]

const { block: anyBlock, run } = fc.letrec<{ block: Block; run: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    anyStep.map((step): Block => [step]),
    fc.constantFrom('Wait 3 days', 'Wait 2 hours').map((wait): Block => [wait]),
    fc.tuple(anyStep, tie('run')).map(([step, run]): Block => [step, ...indented(run)]),
    fc
      .tuple(anyCondition, tie('run'))
      .map(([condition, run]): Block => [`If ${condition}:`, ...indented(run)]),
    fc
      .tuple(anyCondition, anyCondition, tie('run'), fc.option(tie('run')))
      .map(
        ([one, other, run, last]): Block => [
          `If ${one}:`,
          ...indented(run),
          `   Otherwise if ${other}: Go on`,
          ...(last ? ['   Otherwise:', ...indented(indented(last))] : []),
        ],
      ),
    fc
      .tuple(tie('run'), tie('block'))
      .map(
        ([run, one]): Block => [
          'At the same time:',
          ...indented(['- In turn:', ...indented(run), ...dashed(one)]),
        ],
      ),
  ),
  run: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((blocks) => blocks.flatMap(dashed)),
}))

/** Ends where others go on: only outside of what is done at the same time, which waits for all. */
const anyEnding = fc
  .tuple(anyCondition, anyCondition, run, fc.boolean())
  .map(
    ([one, other, block, goesOn]): Block => [
      `If ${one}:`,
      ...indented(block),
      ...(goesOn ? [`   Otherwise if ${other}: Go on`] : []),
      '   Otherwise: End: Refused',
    ],
  )

const anyList = fc
  .record({
    schedule: fc.constantFrom('', 'Every first Monday of a month at 8:00\n'),
    blocks: fc.array(fc.oneof({ weight: 4, arbitrary: anyBlock }, { weight: 1, arbitrary: anyEnding }), {
      minLength: 1,
      maxLength: 6,
    }),
    back: fc.boolean(),
  })
  .map(({ schedule, blocks, back }) => {
    const lines = [
      '1. Begin',
      ...blocks.flatMap(dashed),
      ...(back ? ['- If it is wrong: Back to 1'] : []),
      '- Done',
    ]
    return `${schedule}${lines.join('\n')}`
  })

test('what is written of a model is read as the same model, and then written the same', () => {
  fc.assert(
    fc.property(anyList, fc.constantFrom('en', 'de'), fc.boolean(), (text, language, hasLanes) => {
      const model = modelOf(text, { ...PROCESS, hasLanes })
      const once = written(model, language)
      const again = modelOf(once, { ...PROCESS, hasLanes })
      expect(isSameProcess(contentOf(model), contentOf(again))).toBe(true)
      expect(written(again, language)).toBe(once)
    }),
    { numRuns: 60 },
  )
})

const LIST = `Every first Monday of a month at 8:00
1. Announce to tenants (Tenants)
2. Inspect the roof (Roofers) within 2 days takes 3 hours
   2.1 Take photos
   2.2 Write report
3. If cost > 500: Ask the owner (Manager)
   Otherwise if it is late: Tell the owner
   Otherwise:
      3.3 Note it
      3.4 Back to 1
4. At the same time:
   4.1 Order material
   4.2 In turn:
      4.2.1 Inform neighbours
      4.2.2 Wait 2 days
5. Repair`

test('a list in its plain form is written as it was', () => {
  expect(written(modelOf(LIST))).toBe(LIST)
})

test('it is written in German, too', () => {
  const german = written(
    modelOf('1. Sehen (Dach) within 2 days\n2. If teuer: Fragen\n   Otherwise: Merken'),
    'de',
  )
  expect(german).toBe('1. Sehen (Dach) innerhalb von 2 Tagen\n2. Wenn teuer: Fragen\n   Sonst: Merken')
})

test('what a step does besides goes along with its name', () => {
  const model = modelOf('1. Look\n2. Mend')
  const [process] = model.processes
  if (!process) throw new Error('no process')
  const nodes = process.nodes.map((node): BpmnNode => {
    if (node.name !== 'Look') return node
    const work = { ...node.work, decisionRef: 'rule' }
    return { ...node, type: 'businessRuleTask', work }
  })
  const richer = { ...model, processes: [{ ...process, nodes }] }
  const text = written(richer)
  expect(text).toBe('1. Look\n2. Mend')
  const again = modelOf(text, { ...PROCESS, known: stepsOf({ nodes }) })
  expect(isSameProcess(contentOf(richer), contentOf(again))).toBe(true)
})

const changed = (change: (node: BpmnNode) => Partial<BpmnNode>): BpmnModel => {
  const model = modelOf('1. Look\n2. If late: Mend\n3. Sign')
  return {
    ...model,
    processes: model.processes.map((process) => ({
      ...process,
      nodes: process.nodes.map((node) => ({ ...node, ...change(node) })),
    })),
  }
}

test.each([
  ['several processes', { ...modelOf('1. Look'), processes: [] }, 'list.unsaid_several'],
  [
    'a named start',
    changed(({ type }) => (type === 'startEvent' ? { name: 'Asked for' } : {})),
    'list.unsaid_start',
  ],
  ['a message', changed(({ name }) => (name === 'Look' ? { type: 'sendTask' } : {})), 'list.unsaid_step'],
  [
    'ways that all hold',
    changed(({ type }) => (type === 'exclusiveGateway' ? { type: 'inclusiveGateway' } : {})),
    'list.unsaid_ways',
  ],
  [
    'a name that is a rule',
    changed(({ name }) => (name === 'Sign' ? { name: 'End' } : {})),
    'list.unsaid_other',
  ],
])('%s cannot be said as a list, and it is told why', (_what, model, code) => {
  expect(writeStepList(model, 'en')).toMatchObject({ text: null, code })
})

test('an event on the edge of a step cannot be said', () => {
  const model = changed(() => ({}))
  const late = { ...bareNode('boundaryEvent', { id: 'late', name: '' }), attachedToId: 'step_1' }
  const processes = model.processes.map((process) => ({ ...process, nodes: [...process.nodes, late] }))
  expect(writeStepList({ ...model, processes }, 'en')).toMatchObject({
    code: 'list.unsaid_event',
    elementId: 'step_1',
  })
})

test('lanes can be made of roles', () => {
  const text = '1. Look (Roofers)\n2. Ask (Manager)\n3. Mend (Roofers)'
  const [process] = modelOf(text, { ...PROCESS, hasLanes: true }).processes
  expect(process?.lanes.map(({ name, nodeIds }) => `${name}: ${nodeIds.join(' ')}`)).toEqual([
    'Roofers: start_1 step_1 step_3 event_1',
    'Manager: step_2',
  ])
})
