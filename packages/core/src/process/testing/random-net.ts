import fc from 'fast-check'
import type { BpmnContent, BpmnEventDefinition, BpmnFlow, BpmnModel, BpmnNode } from '../index.ts'
import { content, event, flows, modelOf, node } from './model-builder.ts'

/** Elements of a net: what a token game knows, and what else there is. */
const PLAIN = ['work', 'work', 'work', 'exclusive', 'parallel', 'inclusive', 'inclusive', 'end'] as const
const RICH = [
  ...PLAIN,
  ...(['byEvent', 'catch', 'multiple', 'inLine', 'sub', 'failing', 'signal', 'terminate', 'error'] as const),
]

type Kind = (typeof RICH)[number]
type Definition = 'message' | 'signal' | 'timer' | 'error'

type Shape = {
  readonly kinds: readonly Kind[]
  /** For each element but the first, from which earlier one it is reached. */
  readonly from: readonly number[]
  readonly links: readonly (readonly [number, number])[]
  readonly edges: readonly { readonly host: number; readonly to: number; readonly kind: Definition }[]
  readonly isInterrupting: boolean
  readonly beside: readonly Definition[]
}

const SIZE_MAX = 9
const anyPlace = fc.nat(20)

function anyShape(kinds: readonly Kind[], events: readonly Definition[]): fc.Arbitrary<Shape> {
  const anyEvent = fc.constantFrom(...events)
  return fc.record({
    kinds: fc.array(fc.constantFrom(...kinds), { minLength: 2, maxLength: SIZE_MAX }),
    from: fc.array(anyPlace, { minLength: SIZE_MAX, maxLength: SIZE_MAX }),
    links: fc.array(fc.tuple(anyPlace, anyPlace), { maxLength: 6 }),
    edges: fc.array(fc.record({ host: anyPlace, to: anyPlace, kind: anyEvent }), { maxLength: 2 }),
    isInterrupting: fc.boolean(),
    beside: kinds === PLAIN ? fc.constant([]) : fc.array(anyEvent, { maxLength: 1 }),
  })
}

/**
 * A model in which anything leads to anything: work, gateways that split and join, ends, and messages on the boundary
 * of work. A way back leaves from work or from an event, so that everything comes to rest in between.
 */
export const plainNet: fc.Arbitrary<BpmnModel> = anyShape(PLAIN, ['message']).map((shape) =>
  modelOfContent(new Net('').write(shape, null)),
)

/** The same with all else that there is: sub-processes, several at once, event sub-processes, errors, signals, time. */
export const richNet: fc.Arbitrary<BpmnModel> = fc
  .tuple(
    anyShape(RICH, ['message', 'signal', 'timer', 'error']),
    anyShape(RICH, ['message', 'timer', 'error']),
  )
  .map(([outer, inner]) => modelOfContent(new Net('').write(outer, inner)))

function modelOfContent(inside: BpmnContent): BpmnModel {
  const named = (id: string) => ({ id, name: id })
  return modelOf(inside, {
    messages: [{ ...named('message'), correlationKey: null }],
    signals: [named('signal')],
    errors: [{ ...named('error'), code: 'E' }],
  })
}

const DEFINITIONS: Readonly<Record<Definition, BpmnEventDefinition>> = {
  message: { kind: 'message', refId: 'message' },
  signal: { kind: 'signal', refId: 'signal' },
  timer: {
    kind: 'timer',
    timer: {
      kind: 'duration',
      expression: { text: '5', language: null },
      counting: { counts: 'clock', calendar: null },
    },
  },
  error: { kind: 'error', refId: 'error' },
}

const WAITS: ReadonlySet<Kind> = new Set(['work', 'multiple', 'inLine', 'catch'])
const ENDS: ReadonlySet<Kind> = new Set(['end', 'terminate', 'error'])

/** Writes a shape as elements and flows. */
class Net {
  readonly #prefix: string
  readonly #nodes: BpmnNode[] = []
  readonly #links = new Map<string, string[]>()
  #caught = 0

  constructor(prefix: string) {
    this.#prefix = prefix
  }

  write(shape: Shape, inner: Shape | null): BpmnContent {
    const ids = shape.kinds.map((kind, place) => this.#add(kind, `${this.#prefix}n${place}`, inner))
    this.#nodes.push(node('startEvent', `${this.#prefix}start`))
    for (const [place, id] of ids.entries())
      this.#link(place === 0 ? `${this.#prefix}start` : this.#before(shape, place), id)
    for (const [one, other] of shape.links) {
      const [from, to] = [one % ids.length, other % ids.length]
      const [kind, id] = [shape.kinds[from] ?? 'end', ids[from]]
      if (id !== undefined && !ENDS.has(kind) && (to > from || WAITS.has(kind))) this.#link(id, ids[to])
    }
    for (const { id, type } of this.#nodes)
      if (type === 'eventBasedGateway' && !this.#links.has(id))
        this.#link(id, this.#add('end', `${id}.end`, null))
    this.#writeEdges(shape, ids)
    for (const kind of shape.beside) this.#writeBeside(kind, shape.isInterrupting || kind === 'error')
    return content(this.#nodes, this.#flows())
  }

  #before({ kinds, from }: Shape, place: number): string {
    const open = kinds.slice(0, place).flatMap((kind, earlier) => (ENDS.has(kind) ? [] : [earlier]))
    const chosen = open[(from[place] ?? 0) % Math.max(open.length, 1)]
    return chosen === undefined ? `${this.#prefix}start` : `${this.#prefix}n${chosen}`
  }

  #add(kind: Kind, id: string, inner: Shape | null): string {
    this.#nodes.push(this.#nodeOf(kind, id, inner))
    return id
  }

  #nodeOf(kind: Kind, id: string, inner: Shape | null): BpmnNode {
    switch (kind) {
      case 'exclusive':
      case 'parallel':
      case 'inclusive':
        return node(`${kind}Gateway`, id)
      case 'byEvent':
        return node('eventBasedGateway', id)
      case 'catch':
        return event('intermediateCatchEvent', id, DEFINITIONS.message)
      case 'signal':
        return event('intermediateThrowEvent', id, DEFINITIONS.signal)
      case 'multiple':
      case 'inLine':
        return node('userTask', id, { loop: { ...TWICE, isSequential: kind === 'inLine' } })
      case 'failing':
        return node('scriptTask', id, { work: { ...node('task', '').work, script: FAILS } })
      case 'sub':
        return inner
          ? node('subProcess', id, { content: new Net(`${id}.`).write(inner, null) })
          : node('userTask', id)
      case 'end':
        return node('endEvent', id)
      case 'terminate':
        return event('endEvent', id, { kind: 'terminate' })
      case 'error':
        return event('endEvent', id, DEFINITIONS.error)
      case 'work':
        return node('userTask', id)
    }
  }

  /** Events on the boundary of activities; what a signal does it does once, or it would never end. */
  #writeEdges({ edges, isInterrupting }: Shape, ids: readonly string[]): void {
    const hosts = this.#nodes.filter(({ type }) => type === 'userTask' || type === 'subProcess')
    for (const [nth, { host, to, kind }] of edges.entries()) {
      const on = hosts[host % Math.max(hosts.length, 1)]
      if (!on) return
      const id = `${this.#prefix}edge${nth}`
      const interrupts = isInterrupting || kind === 'error' || kind === 'signal'
      const more = { attachedToId: on.id, isInterrupting: interrupts }
      this.#nodes.push(event('boundaryEvent', id, DEFINITIONS[kind], more))
      this.#link(id, ids[to % ids.length])
    }
  }

  #writeBeside(kind: Definition, isInterrupting: boolean): void {
    const id = `${this.#prefix}beside`
    const [start, work] = [`${id}.start`, `${id}.work`]
    const more = { isInterrupting: isInterrupting || kind === 'signal' }
    const inside = content(
      [event('startEvent', start, DEFINITIONS[kind], more), node('userTask', work)],
      flows(`${start} -> ${work}`),
    )
    this.#nodes.push(node('subProcess', id, { isEventSubProcess: true, content: inside }))
  }

  /** Whatever comes after a gateway by events is caught there. */
  #link(from: string, to = ''): void {
    const source = this.#nodes.find(({ id }) => id === from)
    if (source?.type !== 'eventBasedGateway') {
      const targets = this.#links.get(from) ?? []
      if (!targets.includes(to)) this.#links.set(from, [...targets, to])
      return
    }
    const kind = this.#caught % 2 === 0 ? 'message' : 'timer'
    const id = `${this.#prefix}caught${this.#caught++}`
    this.#nodes.push(event('intermediateCatchEvent', id, DEFINITIONS[kind]))
    this.#links.set(from, [...(this.#links.get(from) ?? []), id])
    this.#link(id, to)
  }

  /** Of gateways that choose, the last flow is taken when nothing else is; of exclusive ones, too, when all else is not. */
  #flows(): readonly BpmnFlow[] {
    return [...this.#links].flatMap(([from, targets]) => {
      const type = this.#nodes.find(({ id }) => id === from)?.type
      const chooses = type === 'exclusiveGateway' || type === 'inclusiveGateway'
      return targets.flatMap((to, place) => {
        const isLast = place === targets.length - 1
        return flows(`${from} -> ${to}${chooses && !isLast ? ` ? choice < ${place + 1}` : ''}`)
      })
    })
  }
}

const TWICE = {
  ...{ kind: 'multiple' as const, isSequential: false, cardinality: { text: '2', language: null } },
  ...{ collection: null, elementVariable: null, completion: null },
}
const FAILS = { text: 'fail', language: null }
