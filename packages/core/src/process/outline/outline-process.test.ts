import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BpmnContent, type BpmnModel, type OutlineEntry, outlineProcess } from '../index.ts'
import { content, event, flows, modelOf, node } from '../testing/model-builder.ts'
import { anyBlock, modelOfBlock } from '../testing/random-model.ts'

const RUNS = { numRuns: 300 }

function outline(model: BpmnModel): readonly OutlineEntry[] {
  const process = model.processes[0]
  if (!process) throw new TypeError('no process')
  return outlineProcess(process)
}

/** All entries, each before what stands under it. */
function flat(entries: readonly OutlineEntry[]): readonly OutlineEntry[] {
  return entries.flatMap((entry) => [
    entry,
    ...flat(entry.content),
    ...entry.attached.flatMap(flat),
    ...entry.branches.flatMap((branch) => flat(branch.entries)),
  ])
}

const onwardOf = (entry: OutlineEntry) =>
  [entry.onward, ...entry.branches.map(({ onward }) => onward)].filter((onward) => onward !== null)

function contentsOf(inside: BpmnContent): readonly BpmnContent[] {
  return [inside, ...inside.nodes.flatMap((each) => (each.content ? contentsOf(each.content) : []))]
}

/** Anything leads to anything. */
const anyModel = fc
  .record({
    count: fc.integer({ min: 1, max: 9 }),
    links: fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 11 })), { maxLength: 16 }),
    hosts: fc.array(fc.nat({ max: 8 }), { maxLength: 2 }),
  })
  .map(({ count, links, hosts }) => {
    const tasks = Array.from({ length: count }, (_, place) => node('task', `n${place}`))
    const edge = hosts.map((host, place) =>
      node('boundaryEvent', `b${place}`, { attachedToId: `n${host % count}` }),
    )
    const all = [...tasks, ...edge]
    const between = links.map(([from, to], place) => ({
      ...{ id: `f${place}`, name: '', condition: null },
      ...{ sourceId: all[from % all.length]?.id ?? '', targetId: tasks[to % count]?.id ?? '' },
    }))
    return modelOf(content(all, between))
  })

const any = fc.oneof(anyModel, anyBlock.map(modelOfBlock))

test('every element is in the list once', () => {
  fc.assert(
    fc.property(any, (model) => {
      const ids = model.processes.flatMap(contentsOf).flatMap(({ nodes }) => nodes.map(({ id }) => id))
      const listed = flat(outline(model)).map((entry) => entry.node.id)
      expect(listed.toSorted()).toEqual(ids.toSorted())
    }),
    RUNS,
  )
})

test('every flow is in the list once: as a way of a split, or as how it goes on', () => {
  fc.assert(
    fc.property(any, (model) => {
      const ids = model.processes.flatMap(contentsOf).flatMap(({ flows: all }) => all.map(({ id }) => id))
      const listed = flat(outline(model)).flatMap(({ onward, branches }) => [
        ...(onward ? [onward.flow.id] : []),
        ...branches.map(({ flow }) => flow.id),
      ])
      expect(listed.toSorted()).toEqual(ids.toSorted())
    }),
    RUNS,
  )
})

/** Checks that an entry goes on as it says, given what follows in the list, there and further out. */
function checkOnward(entries: readonly OutlineEntry[], after: readonly string[]): void {
  for (const [place, entry] of entries.entries()) {
    const next = entries[place + 1]?.node.id
    const behind = next === undefined ? after : [next, ...after]
    const { onward } = entry
    if (onward?.kind === 'next') expect(onward.flow.targetId).toBe(next)
    if (onward?.kind === 'join') expect(behind).toContain(onward.flow.targetId)
    for (const branch of entry.branches) {
      checkOnward(branch.entries, behind)
      if (branch.entries.length > 0) expect(branch.flow.targetId).toBe(branch.entries[0]?.node.id)
      if (branch.onward?.kind === 'join') expect(behind).toContain(branch.onward.flow.targetId)
    }
    for (const attached of entry.attached) checkOnward(attached, behind)
    checkOnward(entry.content, [])
  }
}

test('what is said to come next, comes next', () => {
  fc.assert(
    fc.property(any, (model) => checkOnward(outline(model), [])),
    RUNS,
  )
})

test('in models with splits, joins and loops within each other nothing comes before what leads to it', () => {
  fc.assert(
    fc.property(anyBlock, (block) => {
      const entries = flat(outline(modelOfBlock(block)))
      const placeOf = new Map(entries.map((entry, place) => [entry.node.id, place]))
      for (const { kind, flow } of entries.flatMap(onwardOf)) {
        const [from, to] = [placeOf.get(flow.sourceId) ?? 0, placeOf.get(flow.targetId) ?? 0]
        expect(kind === 'back' ? from - to : to - from).toBeGreaterThanOrEqual(0)
        expect(kind).not.toBe('elsewhere')
      }
    }),
    RUNS,
  )
})

/** A list as lines, for reading. */
function lines(entries: readonly OutlineEntry[], indent = ''): readonly string[] {
  return entries.flatMap((entry) => [
    `${indent}${entry.node.id}${entry.lane ? ` (${entry.lane})` : ''}${leads(entry.onward)}`,
    ...entry.content.flatMap((one) => lines([one], `${indent}  `)),
    ...entry.attached.flatMap((one) => lines(one, `${indent}! `)),
    ...entry.branches.flatMap((branch) => [
      `${indent}? ${branch.flow.condition?.text ?? (branch.isDefault ? 'else' : '')}${leads(branch.onward)}`,
      ...lines(branch.entries, `${indent}  `),
    ]),
  ])
}

const leads = (onward: OutlineEntry['onward']) =>
  onward?.kind === 'back' || onward?.kind === 'elsewhere' ? ` ${onward.kind} ${onward.flow.targetId}` : ''

test('branches stand under their split, and what follows all of them after it', () => {
  const model = modelOf(
    content(
      [
        node('startEvent', 'start'),
        node('exclusiveGateway', 'large', { defaultFlowId: 'large-do' }),
        node('userTask', 'ask'),
        event('boundaryEvent', 'late', { kind: 'timer', timer: null }, { attachedToId: 'ask' }),
        node('userTask', 'remind'),
        node('exclusiveGateway', 'granted'),
        node('endEvent', 'refused'),
        node('userTask', 'do'),
        node('endEvent', 'end'),
      ],
      flows(
        'start -> large -> ask ? cost < 3',
        'large -> do',
        'ask -> granted -> do',
        'late -> remind -> ask',
        'granted -> refused ? no',
        'do -> end',
      ),
    ),
  )
  expect(lines(outline(model))).toEqual([
    'start',
    'large',
    '? cost < 3',
    '  ask',
    '  ! late',
    '  ! remind back ask',
    '  granted',
    '  ? ',
    '  ? no',
    '    refused',
    '? else',
    'do',
    'end',
  ])
})
