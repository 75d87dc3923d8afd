import { compileProcess, feelExpressions, type OutlineEntry, outlineProcess } from '@millrace/core/process'
import { expect, test } from 'vitest'
import { readBpmn, readStepList } from '../index.ts'

const PROCESS = { id: 'p', name: 'Roof', known: [] }
const compileExpression = feelExpressions(() => ({ now: 0, zone: 'UTC' }))

function read(text: string) {
  const { xml, model, problems } = readStepList(text, PROCESS)
  if (xml === null) throw new Error(JSON.stringify(problems))
  const again = readBpmn(new TextEncoder().encode(xml))
  expect(again).toEqual({ ok: true, value: model })
  expect(compileProcess(model, 'p', compileExpression)).toMatchObject({ ok: true })
  const process = model.processes[0]
  if (!process) throw new Error('no process')
  return process
}

const problems = (text: string) =>
  readStepList(text, PROCESS).problems.map(({ line, code }) => `${line} ${code}`)

/** The outline as lines: what is between start and end. */
function lines(entries: readonly OutlineEntry[], indent = ''): readonly string[] {
  return entries.flatMap((entry) => [
    ...(/^(?:startEvent|.*Gateway)$/.test(entry.node.type) ? [] : [`${indent}${wordOf(entry)}`]),
    ...lines(entry.content, `${indent}  `),
    ...entry.branches.flatMap(({ flow, entries: inside, onward }) => [
      `${indent}${flow.condition?.text ?? 'else'}${onward?.kind === 'back' ? ` back to ${flow.targetId}` : ''}`,
      ...lines(inside, `${indent}  `),
    ]),
  ])
}

function wordOf({ node, onward }: OutlineEntry): string {
  const { role, expectedMin, effortMin } = node.work.assignment
  const said = [role, expectedMin && `${expectedMin} min`, effortMin && `${effortMin} min work`].filter(
    Boolean,
  )
  const name = node.type === 'endEvent' && node.name === '' ? 'end' : node.name
  return `${name}${said.length > 0 ? ` (${said.join(', ')})` : ''}${onward?.kind === 'back' ? ` back to ${onward.flow.targetId}` : ''}`
}

test('a regulation becomes a model that says the same', () => {
  const process = read(`Every first Monday of a month at 8:00
1. Announce to tenants (Tenants)
2. Inspect the roof (Roofers) within 2 days, takes 3 hours
   2.1 Take photos
   2.2 Write report
3. If cost > 500: Ask the owner (Manager)
   Otherwise if cost > 100: Tell the owner
   Otherwise: Note it
4. At the same time:
   - Order material
   - Inform neighbours
5. Wait 3 days
6. Repair`)
  expect(process.nodes[0]).toMatchObject({
    type: 'startEvent',
    events: [
      { timer: { kind: 'cycle', expression: { text: 'FREQ=MONTHLY;BYDAY=1MO;BYHOUR=8;BYMINUTE=0' } } },
    ],
  })
  expect(lines(outlineProcess(process))).toEqual([
    'Announce to tenants (Tenants)',
    'Inspect the roof (Roofers, 2880 min, 180 min work)',
    '  Take photos',
    '  Write report',
    '  end',
    'cost > 500',
    '  Ask the owner (Manager)',
    'cost > 100',
    '  Tell the owner',
    'else',
    '  Note it',
    'else',
    '  Order material',
    'else',
    '  Inform neighbours',
    'Wait 3 days',
    'Repair',
    'end',
  ])
})

test('the same in German, and without numbers', () => {
  const process = read(`Jeden letzten Freitag im Monat um 14 Uhr
- Mieter informieren (Verwaltung) binnen einer Woche
- Wenn kosten > 500: Eigentümer fragen
  Sonst: Notiz schreiben
- Gleichzeitig:
  - Material bestellen
  - Nachbarn informieren
- 2 Tage warten
- Dach reparieren`)
  expect(process.nodes[0]?.events).toMatchObject([
    { timer: { expression: { text: 'FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=14;BYMINUTE=0' } } },
  ])
  expect(lines(outlineProcess(process))).toEqual([
    'Mieter informieren (Verwaltung, 10080 min)',
    'kosten > 500',
    '  Eigentümer fragen',
    'else',
    '  Notiz schreiben',
    'else',
    '  Material bestellen',
    'else',
    '  Nachbarn informieren',
    '2 Tage warten',
    'Dach reparieren',
    'end',
  ])
})

test.each(['Wait 2 days', 'Wait for two days', 'Warte 2 Tage', 'Warten: zwei Tage', '2 Tage abwarten'])(
  '%s waits',
  (written) => {
    const { nodes } = read(`1. Look\n2. ${written}\n3. Mend`)
    expect(nodes[2]).toMatchObject({
      type: 'intermediateCatchEvent',
      events: [{ timer: { kind: 'duration', expression: { text: 'P2D' } } }],
    })
  },
)

test('it goes back to a step by its number, or ends', () => {
  const process = read(`1. Draft
2. Check
3. If accepted = false:
   4. Tell the author
   5. Back to 1
4. If it's too late: End: Dropped
5. Publish`)
  expect(lines(outlineProcess(process))).toEqual([
    'Draft',
    'Check',
    'accepted = false',
    '  Tell the author back to step_1',
    'else',
    'it_s_too_late = true',
    '  Dropped',
    'else',
    'Publish',
    'end',
  ])
})

test('a step keeps its id as long as it has its name', () => {
  const known = [
    { id: 'a', name: 'Look' },
    { id: 'b', name: 'Mend' },
  ]
  const { model } = readStepList('1. Mend\n2. Wash\n3. Look', { ...PROCESS, known })
  const tasks = model.processes[0]?.nodes.filter(({ type }) => type === 'userTask')
  expect(tasks?.map(({ id, name }) => `${id} ${name}`)).toEqual(['b Mend', 'step_1 Wash', 'a Look'])
})

test.each([
  ['every day', 'FREQ=DAILY'],
  ['Every weekday at 7:30', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=7;BYMINUTE=30'],
  ['Every 2 weeks on Tuesday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
  ['Every 15th of the month', 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['Jeden Montag', 'FREQ=WEEKLY;BYDAY=MO'],
  ['Jeden 15. im Monat', 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['Alle 3 Wochen am Freitag', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=FR'],
  ['Jedes Jahr', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1'],
])('%s it begins by itself', (written, rule) => {
  const [start] = read(`${written}\n1. Look`).nodes
  expect(start?.events).toMatchObject([{ timer: { expression: { text: rule } } }])
})

test.each([
  ['nothing', '', ['1 list.empty']],
  ['a schedule alone', 'Every day', ['1 list.empty']],
  ['a schedule that is none', 'Every blue moon\n1. Look', ['1 list.schedule_unknown']],
  ['a schedule further down', '1. Look\n2. Every Monday', ['2 list.schedule_late']],
  ['otherwise without if', '1. Look\n2. Otherwise: Mend', ['2 list.otherwise_alone']],
  [
    'otherwise after otherwise',
    '1. If cost > 5: Look\nOtherwise: Mend\nOtherwise: Ask',
    ['3 list.never_reached'],
  ],
  ['back to where nothing is', '1. Look\n2. Back to 7', ['2 list.back_unknown']],
  ['if without then', '1. Look\n2. If cost > 5:\n3. Mend', ['2 list.nothing_done']],
  ['steps behind the end', '1. Look\n2. End\n3. Mend', ['3 list.never_reached']],
  ['far too much', '1. Look\n'.repeat(301), ['301 list.too_long']],
])('%s is named by its line', (_what, text, expected) => {
  expect(problems(text)).toEqual(expected)
})

test('words that only look like rules are steps', () => {
  const process = read('All tenants sign\nStay within budget\nWait for the tenant\nIf')
  const names = process.nodes.filter(({ type }) => type === 'userTask').map(({ name }) => name)
  expect(names).toEqual(['All tenants sign', 'Stay within budget', 'Wait for the tenant', 'If'])
})
