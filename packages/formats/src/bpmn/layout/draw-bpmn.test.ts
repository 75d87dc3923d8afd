import type { BpmnContent, BpmnModel } from '@millrace/core/process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawBpmn, ensureDiagram, writeLinearModel } from '../index.ts'
import { readSource } from '../source.ts'
import { anyNet } from '../testing/random-net.ts'
import { writeBpmn } from '../write/write-bpmn.ts'
import { drawModel } from './draw-model.ts'
import type { Bounds, DrawnEdge, DrawnShape, Point } from './drawing.ts'

const RUNS = { numRuns: 300 }

function drawn(xml: string) {
  const source = readSource(xml)
  if (!source.ok) throw new Error(source.refusal.code)
  const drawings = drawModel(source.value).map(({ drawing }) => drawing)
  return {
    shapes: drawings.flatMap(({ shapes }) => shapes),
    edges: drawings.flatMap(({ edges }) => edges),
  }
}

function draw(xml: string): string {
  const result = drawBpmn(xml)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const overlaps = (a: Bounds, b: Bounds) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const holds = (a: Bounds, b: Bounds) =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height

/** Shapes that lie on each other, but for what lies within another and events on an edge. */
function collisions(shapes: readonly DrawnShape[]): readonly string[] {
  return shapes.flatMap((a, place) =>
    shapes
      .slice(place + 1)
      .filter((b) => overlaps(a, b) && !holds(a, b) && !holds(b, a))
      .filter((b) => !(isBoundary(b) && !isBoundary(a)) && !(isBoundary(a) && !isBoundary(b)))
      .map((b) => `${a.id} on ${b.id}`),
  )
}

const isBoundary = ({ id }: DrawnShape) => /^b\d+$/.test(id)

/** Lines through shapes that are not at their ends. */
function crossings(edges: readonly DrawnEdge[], shapes: readonly DrawnShape[]): readonly string[] {
  return edges.flatMap(({ id, points }) =>
    points.slice(1).flatMap((to, place) => {
      const from = points[place] ?? to
      return shapes
        .filter((shape) => goesThrough(from, to, shape))
        .filter((shape) => !shape.isExpanded && !shape.isHorizontal && !isBoundary(shape))
        .map((shape) => `${id} through ${shape.id}`)
    }),
  )
}

function goesThrough(from: Point, to: Point, { x, y, width, height }: Bounds): boolean {
  const box = {
    ...{ x: Math.min(from.x, to.x) - 0.5, y: Math.min(from.y, to.y) - 0.5 },
    ...{ width: Math.abs(from.x - to.x) + 1, height: Math.abs(from.y - to.y) + 1 },
  }
  return overlaps(box, { x: x + 1, y: y + 1, width: width - 2, height: height - 2 })
}

/** Names that lie on a shape, on another name, or on the line of another flow. */
function touched(shapes: readonly DrawnShape[], edges: readonly DrawnEdge[]): readonly string[] {
  const labels = [...shapes, ...edges].flatMap(({ id, label }) => (label ? [{ id, label }] : []))
  return labels.flatMap(({ id, label }, place) => [
    ...shapes
      .filter((shape) => !shape.isExpanded && !shape.isHorizontal && overlaps(label, shape))
      .map((shape) => `name of ${id} on ${shape.id}`),
    ...labels
      .slice(place + 1)
      .filter((other) => overlaps(label, other.label))
      .map((other) => `name of ${id} on name of ${other.id}`),
    ...edges
      .filter((edge) => edge.points.slice(1).some((to, at) => goesThrough(edge.points[at] ?? to, to, label)))
      .map((edge) => `name of ${id} on line ${edge.id}`),
  ])
}

function idsOf({ nodes, flows }: BpmnContent): readonly string[] {
  return [
    ...nodes.flatMap((node) => [node.id, ...(node.content ? idsOf(node.content) : [])]),
    ...flows.map(({ id }) => id),
  ]
}

function expectDrawn(model: BpmnModel): void {
  const { shapes, edges } = drawn(writeBpmn(model, 'd'))
  const ids = [...shapes, ...edges].map(({ id }) => id).filter((id) => !id.startsWith('lane'))
  expect(ids.toSorted()).toEqual(model.processes.flatMap(idsOf).toSorted())
  expect(collisions(shapes)).toEqual([])
  expect(crossings(edges, shapes)).toEqual([])
  expect(touched(shapes, edges)).toEqual([])
}

test('whatever leads to whatever, all is drawn: no shape lies on another, no line goes through one, no name touches anything', () => {
  fc.assert(fc.property(anyNet, expectDrawn), RUNS)
})

test('lanes hold what lies in them', () => {
  fc.assert(
    fc.property(anyNet, (model) => {
      const shapeOf = new Map(drawn(writeBpmn(model, 'd')).shapes.map((shape) => [shape.id, shape]))
      for (const { id, nodeIds } of model.processes[0]?.lanes ?? [])
        for (const nodeId of nodeIds)
          expect(holds(shapeOf.get(id) as DrawnShape, shapeOf.get(nodeId) as DrawnShape)).toBe(true)
    }),
    RUNS,
  )
})

test('only the diagram is written, and the same model is always drawn the same', () => {
  fc.assert(
    fc.property(anyNet, (model) => {
      const bare = writeBpmn(model, 'd')
      const once = draw(bare)
      expect(once.replace(/\n *<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '')).toBe(bare)
      expect(draw(once)).toBe(once)
    }),
    RUNS,
  )
})

test('a long run is drawn in rows, from left to right and from above to below', () => {
  const steps = Array.from({ length: 20 }, (_, place) => ({ id: `s${place}`, name: 'Step' }))
  const { shapes, edges } = drawn(writeLinearModel({ id: 'p', name: '', steps }))
  const rows = Map.groupBy(shapes, ({ y, height }) => y + height / 2)
  expect([...rows.values()].map((row) => row.length)).toEqual([8, 7, 7])
  const middle = ({ y, height }: DrawnShape) => y + height / 2
  const asRead = shapes.toSorted((a, b) => middle(a) - middle(b) || a.x - b.x)
  expect(asRead.map(({ id }) => id)).toEqual(['start_p', ...steps.map(({ id }) => id), 'end_p'])
  expect(collisions(shapes)).toEqual([])
  expect(crossings(edges, shapes)).toEqual([])
})

test('foreign prefixes and what else a file has stay as they are', () => {
  const xml = `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:D="http://www.omg.org/spec/BPMN/20100524/DI">
  <!-- noted --><process id="p"><task id='t' x:y="1" xmlns:x="u"/></process>
  <D:BPMNDiagram id="old"></D:BPMNDiagram>
</definitions>`
  const [before, after] = [xml, draw(xml)].map((text) =>
    text.replace(/<D:BPMNDiagram[\s\S]*<\/D:BPMNDiagram>/, ''),
  )
  expect(after).toBe(before)
  expect(draw(xml)).toContain('<D:BPMNShape id="t_di" bpmnElement="t">')
})

test('a model is only drawn where something of its picture is missing', () => {
  const xml = writeLinearModel({ id: 'p', name: '', steps: [{ id: 'a', name: 'Step' }] })
  expect(ensureDiagram(xml)).toEqual({ ok: true, value: xml })
  const holed = xml.replace(/<bpmndi:BPMNShape id="a_di"[\s\S]*?<\/bpmndi:BPMNShape>\s*/, '')
  expect(ensureDiagram(holed)).toEqual({ ok: true, value: xml })
})

const SEVERAL = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
  <collaboration id="c1"><participant id="pool1" processRef="p1"/></collaboration>
  <collaboration id="c2"><participant id="pool2" processRef="p2"/><participant id="again" processRef="p1"/></collaboration>
  <process id="p1"><task id="t1"/></process>
  <process id="p2"><task id="t2"/></process>
  <process id="p3"><task id="t3"/></process>
  <process id="data"/>
</definitions>`

test('every pool and every process without a pool is drawn, once', () => {
  const { shapes } = drawn(SEVERAL)
  expect(shapes.map(({ id }) => id).toSorted()).toEqual(['again', 'pool1', 'pool2', 't1', 't2', 't3'])
})

test('a process that is in no picture gets one beside that of the file, which stays', () => {
  const whole = draw(SEVERAL)
  const own = /<bpmndi:BPMNDiagram[^>]* id="p3_diagram">[\s\S]*?<\/bpmndi:BPMNDiagram>/
  const without = whole.replace(own, '')
  expect(without).not.toContain('t3_di')
  const shown = ensureDiagram(without)
  expect(shown.ok && shown.value.replace(own, '').replace(/\s/g, '')).toBe(without.replace(/\s/g, ''))
  expect(shown.ok && shown.value).toContain('t3_di')
})
