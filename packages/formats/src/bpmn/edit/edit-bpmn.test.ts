import { compileProcess, feelExpressions } from '@millrace/core/process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawBpmn, editBpmn, type ModelEdit, readBpmn, writeLinearModel } from '../index.ts'
import { anyNet } from '../testing/random-net.ts'
import { writeBpmn } from '../write/write-bpmn.ts'

function edit(xml: string, ...edits: readonly ModelEdit[]): string {
  return edits.reduce((text, one) => {
    const edited = editBpmn(text, one)
    if (!edited.ok) throw new Error(edited.refusal.code)
    return edited.value
  }, xml)
}

const refused = (xml: string, one: ModelEdit) => {
  const edited = editBpmn(xml, one)
  return edited.ok ? 'done' : edited.refusal.code
}

function processOf(xml: string) {
  const model = readBpmn(new TextEncoder().encode(xml))
  const process = model.ok ? model.value.processes[0] : undefined
  if (!model.ok || !process) throw new Error('not read')
  return { model: model.value, process }
}

/** The steps in the order in which they are done. */
function run(xml: string): readonly string[] {
  const { flows } = processOf(xml).process
  const next = new Map(flows.map(({ sourceId, targetId }) => [sourceId, targetId]))
  const order: string[] = []
  for (let id = next.get('start_p'); id && id !== 'end_p'; id = next.get(id)) order.push(id)
  return order
}

const linear = (count: number) =>
  writeLinearModel({
    ...{ id: 'p', name: 'Repair' },
    steps: Array.from({ length: count }, (_, place) => ({ id: `s${place}`, name: `Step ${place}` })),
  })

const anyRun = fc
  .integer({ min: 1, max: 12 })
  .chain((count) => fc.record({ count: fc.constant(count), at: fc.nat({ max: count - 1 }) }))

test('what is added and taken out again leaves the file as it was, byte for byte', () => {
  fc.assert(
    fc.property(anyRun, ({ count, at }) => {
      const xml = linear(count)
      const added = edit(xml, { kind: 'add-step', afterId: `s${at}`, id: 'new', name: 'New' })
      expect(run(added)).toEqual(run(xml).toSpliced(at + 1, 0, 'new'))
      expect(edit(added, { kind: 'remove-step', elementId: 'new' })).toBe(xml)
    }),
    { numRuns: 40 },
  )
})

test('a step that moves changes places with its neighbour, and moves back to the same file', () => {
  fc.assert(
    fc.property(anyRun, ({ count, at }) => {
      const xml = linear(count)
      const move = { kind: 'move-step', elementId: `s${at}`, to: 'after' } as const
      if (at === count - 1) {
        expect(refused(xml, move)).toBe('bpmn.cannot_move')
        return
      }
      const moved = edit(xml, move)
      expect(run(moved)).toEqual(
        run(xml)
          .with(at, `s${at + 1}`)
          .with(at + 1, `s${at}`),
      )
      expect(edit(moved, { ...move, to: 'before' })).toBe(xml)
    }),
    { numRuns: 40 },
  )
})

test('whatever is edited in whatever model, it is read again or nothing was changed', () => {
  const anyEdit = fc.record({ element: fc.nat({ max: 13 }), kind: fc.nat({ max: 3 }) })
  fc.assert(
    fc.property(anyNet, anyEdit, (model, { element, kind }) => {
      const xml = writeBpmn(model, 'd')
      const elementId = `n${element}`
      const change = [
        { kind: 'add-step', afterId: elementId, id: 'new', name: '' },
        { kind: 'remove-step', elementId },
        { kind: 'move-step', elementId, to: 'before' },
        { kind: 'assign', elementId, assignment: { role: 'Ada' } },
      ] as const
      const edited = editBpmn(xml, change[kind] ?? change[0])
      if (!edited.ok) {
        expect(edited.refusal.code).toMatch(/^bpmn\./)
        return
      }
      const { nodes, flows } = processOf(edited.value).process
      const ids = new Set(nodes.map(({ id }) => id))
      for (const { sourceId, targetId } of flows) expect(ids.has(sourceId) && ids.has(targetId)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

const FOREIGN = `<?xml version='1.0' encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di2="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:c="http://www.omg.org/spec/DD/20100524/DC" xmlns:d="http://www.omg.org/spec/DD/20100524/DI" xmlns:x="urn:x">
  <process id='p'   isExecutable="true"><!-- kept -->
    <startEvent id="start_p"/>
    <userTask id="a" name="Look &amp; see" x:more="1">
      <documentation>As <b xmlns="">written</b></documentation>
      <extensionElements><x:own><![CDATA[<&>]]></x:own></extensionElements>
    </userTask>
    <userTask id="b" name="Mend"/>
    <exclusiveGateway id="g" default="f4"/>
    <endEvent id="end_p"/> <endEvent id="no"/>
    <sequenceFlow id="f1" sourceRef="start_p" targetRef="a"/>
    <sequenceFlow id="f2" sourceRef="a" targetRef="b"/>
    <sequenceFlow id="f3" sourceRef="b" targetRef="g"/>
    <sequenceFlow id="f4" sourceRef="g" targetRef="end_p"/>
    <sequenceFlow id="f5" sourceRef="g" targetRef="no"><conditionExpression>x &lt; 3</conditionExpression></sequenceFlow>
  </process>
  <di2:BPMNDiagram><di2:BPMNPlane bpmnElement="p">
    ${['start_p 10 82 36 36', 'a 100 60 100 80', 'b 250 60 100 80', 'g 400 75 50 50', 'end_p 500 82 36 36', 'no 500 182 36 36'].map(shape).join('\n    ')}
    ${['f1 46 100 100 100', 'f2 200 100 250 100', 'f3 350 100 400 100', 'f4 450 100 500 100', 'f5 425 125 500 200'].map(line).join('\n    ')}
  </di2:BPMNPlane></di2:BPMNDiagram>
</definitions>`

function shape(written: string): string {
  const [id = '', x = '', y = '', width = '', height = ''] = written.split(' ')
  return `<di2:BPMNShape bpmnElement="${id}"><c:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></di2:BPMNShape>`
}

function line(written: string): string {
  const [id = '', ax = '', ay = '', bx = '', by = ''] = written.split(' ')
  return `<di2:BPMNEdge bpmnElement="${id}"><d:waypoint x="${ax}" y="${ay}"/><d:waypoint x="${bx}" y="${by}"/></di2:BPMNEdge>`
}

test('a new name is the only thing that changes', () => {
  const renamed = edit(FOREIGN, { kind: 'rename', elementId: 'a', name: 'Look "closely" & see' })
  expect(renamed).toBe(FOREIGN.replace('"Look &amp; see"', '"Look &quot;closely&quot; &amp; see"'))
})

test('who does a step is said beside what others say of it', () => {
  const assign = (assignment: object): ModelEdit => ({ kind: 'assign', elementId: 'a', assignment })
  const assigned = edit(
    FOREIGN,
    assign({ team: 'Joiners', effortMin: 90 }),
    assign({ role: 'Lead', effortMin: null }),
  )
  const own = '<millrace:work role="Lead" xmlns:millrace="urn:millrace:bpmn" team="Joiners"/>'
  expect(assigned.replace(/\n *<millrace:work [^>]*>/, '')).toBe(FOREIGN)
  expect(assigned).toContain(own)
  expect(processOf(assigned).process.nodes[1]?.work.assignment).toMatchObject({
    team: 'Joiners',
    role: 'Lead',
    effortMin: null,
  })
  const bare = edit(FOREIGN, { ...assign({ team: 'Joiners' }), elementId: 'b' } as ModelEdit)
  expect(processOf(bare).process.nodes[2]?.work.assignment.team).toBe('Joiners')
})

test('a branch is taken by its new condition, or where no other is', () => {
  const asked = edit(FOREIGN, { kind: 'set-condition', flowId: 'f5', condition: 'x < 5' })
  expect(asked).toBe(FOREIGN.replace('x &lt; 3', 'x &lt; 5'))
  const turned = edit(
    FOREIGN,
    { kind: 'set-condition', flowId: 'f4', condition: 'x > 3' },
    { kind: 'set-condition', flowId: 'f5', condition: null },
  )
  const { process, model } = processOf(turned)
  expect(process.nodes[3]).toMatchObject({ id: 'g', defaultFlowId: 'f5' })
  expect(process.flows.map(({ condition }) => condition?.text ?? null)).toEqual([
    null,
    null,
    null,
    'x > 3',
    null,
  ])
  expect(
    compileProcess(
      model,
      'p',
      feelExpressions(() => ({ now: 0, zone: 'UTC' })),
    ),
  ).toMatchObject({ ok: true })
})

const places = (xml: string) =>
  [...xml.matchAll(/bpmnElement="(\w+)">\s*<c:Bounds x="(\d+)" y="(\d+)"/g)].map(
    ([, id, x, y]) => `${id} ${x} ${y}`,
  )

test('what is added to a picture by others makes room for itself, and no more', () => {
  const added = edit(FOREIGN, { kind: 'add-step', afterId: 'a', id: 'new', name: 'New' })
  expect(places(added).toSorted()).toEqual(
    [
      'start_p 10 82',
      'a 100 60',
      'new 250 60',
      'b 400 60',
      'g 550 75',
      'end_p 650 82',
      'no 650 182',
    ].toSorted(),
  )
  expect(added).toContain('<!-- kept -->')
  expect(run(added).slice(0, 3)).toEqual(['a', 'new', 'b'])
  const removed = edit(FOREIGN, { kind: 'remove-step', elementId: 'b' })
  expect(places(removed)).toEqual(places(FOREIGN).filter((place) => !place.startsWith('b ')))
  expect(removed).toContain('<d:waypoint x="200" y="100"/><d:waypoint x="400" y="100"/>')
  const moved = edit(FOREIGN, { kind: 'move-step', elementId: 'b', to: 'before' })
  expect(places(moved)).toContain('b 100 60')
  expect(run(moved).slice(0, 2)).toEqual(['b', 'a'])
})

test('a step can be put into a branch', () => {
  const added = edit(FOREIGN, { kind: 'add-step', afterId: 'f5', id: 'new', name: 'New' })
  expect(processOf(added).process.flows).toMatchObject([
    ...[{ id: 'f1' }, { id: 'f2' }, { id: 'f3' }, { id: 'f4' }],
    { id: 'f5', targetId: 'new', condition: { text: 'x < 3' } },
    { id: 'flow_new', sourceId: 'new', targetId: 'no' },
  ])
})

test.each<[string, ModelEdit, string]>([
  ['after a split', { kind: 'add-step', afterId: 'g', id: 'n', name: '' }, 'bpmn.several_ways'],
  ['after the end', { kind: 'add-step', afterId: 'no', id: 'n', name: '' }, 'bpmn.not_a_step'],
  ['by an id that is taken', { kind: 'add-step', afterId: 'a', id: 'f2', name: '' }, 'bpmn.id_taken'],
  ['a gateway', { kind: 'remove-step', elementId: 'g' }, 'bpmn.not_a_step'],
  ['what is not there', { kind: 'rename', elementId: 'z', name: '' }, 'bpmn.element_unknown'],
  ['past a split', { kind: 'move-step', elementId: 'b', to: 'after' }, 'bpmn.cannot_move'],
  ['before the start', { kind: 'move-step', elementId: 'a', to: 'before' }, 'bpmn.cannot_move'],
  ['where nothing is decided', { kind: 'set-condition', flowId: 'f1', condition: 'x' }, 'bpmn.no_conditions'],
  ['an event', { kind: 'assign', elementId: 'start_p', assignment: {} }, 'bpmn.not_a_step'],
])('%s nothing is changed', (_where, change, code) => {
  expect(refused(FOREIGN, change)).toBe(code)
})

test('what hangs on a step keeps it', () => {
  const drawn = drawBpmn(
    FOREIGN.replace('<endEvent id="no"/>', '<boundaryEvent id="late" attachedToRef="a"/><endEvent id="no"/>'),
  )
  if (!drawn.ok) throw new Error(drawn.refusal.code)
  expect(refused(drawn.value, { kind: 'remove-step', elementId: 'a' })).toBe('bpmn.step_has_more')
})

test('a picture of ours stays ours under a new name, which has its own room', () => {
  const xml = linear(2)
  const renamed = edit(xml, { kind: 'rename', elementId: 'end_p', name: 'Everything is repaired' })
  expect(renamed).toContain('<bpmndi:BPMNLabel>')
  expect(drawBpmn(renamed)).toEqual({ ok: true, value: renamed })
})
