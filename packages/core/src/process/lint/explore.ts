import type { BpmnNode } from '../model/bpmn-model.ts'
import { beginsByItself, linkTargets, type Part } from './part.ts'

/** What may happen when tokens go by a part in any way that its picture allows, whatever the conditions say. */
export type Explored = {
  /** Joins at which a token waits for others that do not come. */
  readonly deadlocks: ReadonlySet<string>
  /** Where tokens of several branches arrive without being joined. */
  readonly doneSeveralTimes: ReadonlySet<string>
  /** Whether every way was looked at. */
  readonly isComplete: boolean
}

/** Markings that are looked at: models of people have some hundreds. */
const MARKINGS_MAX = 5_000
/** Larger parts are drawn by no person, and are not looked at. */
const NODES_MAX = 2_000
/** Ways out of one element that are looked at one by one: of more conditions than this only each alone, and all. */
const CONDITIONS_MAX = 4

/**
 * Plays the token game without data. A flow has one element at its end, so what one element does takes nothing from
 * another: it is enough to look at the choices of one enabled element in each marking, and no deadlock is missed
 * (persistent sets; Godefroid, Partial-Order Methods, 1996). Elements that bring branches together come last, so
 * that what may arrive together is seen together.
 */
export function explore(part: Part): Explored {
  const [deadlocks, doneSeveralTimes] = [new Set<string>(), new Set<string>()]
  if (part.content.nodes.length > NODES_MAX) return { deadlocks, doneSeveralTimes, isComplete: false }
  const net = netOf(part)
  const seen = new Set<string>()
  const open: Marking[] = net.beginnings.map((places) => new Set(places))
  for (let marking = open.pop(); marking; marking = open.pop()) {
    const key = [...marking].toSorted().join(' ')
    if (seen.has(key)) continue
    if (seen.size >= MARKINGS_MAX) return { deadlocks, doneSeveralTimes, isComplete: false }
    seen.add(key)
    const step = nextStep(net, marking)
    if (step === null) {
      for (const place of marking) deadlocks.add(net.endOf.get(place)?.id ?? '')
      continue
    }
    if (step.isTogether) doneSeveralTimes.add(step.station.id)
    for (const outcome of step.station.outcomes) open.push(after(marking, step, outcome))
  }
  return { deadlocks, doneSeveralTimes, isComplete: true }
}

/** The flows that have a token. A second one on the same flow changes nothing of what may happen. */
type Marking = ReadonlySet<string>

/** Which tokens go on from an element together; null: everything ends. */
type Outcome = readonly string[] | null

type Station = {
  readonly id: string
  readonly places: readonly string[]
  readonly join: 'one' | 'all' | 'what-comes'
  /** Tokens that come here together are one afterwards, or nothing follows. */
  readonly mayMeet: boolean
  readonly outcomes: readonly Outcome[]
}

type Net = {
  readonly stations: readonly Station[]
  readonly endOf: ReadonlyMap<string, Station>
  readonly beginnings: readonly (readonly string[])[]
}

type Step = { readonly station: Station; readonly taken: readonly string[]; readonly isTogether: boolean }

function nextStep({ stations }: Net, marking: Marking): Step | null {
  for (const station of stations) {
    const marked = station.places.filter((place) => marking.has(place))
    if (marked.length === 0) continue
    if (station.join === 'all' && marked.length < station.places.length) continue
    const isTogether = station.join === 'one' && marked.length > 1 && !station.mayMeet
    return { station, taken: marked, isTogether }
  }
  return null
}

function after(marking: Marking, { taken }: Step, outcome: Outcome): Marking {
  if (outcome === null) return new Set()
  const next = new Set(marking)
  for (const place of taken) next.delete(place)
  for (const place of outcome) next.add(place)
  return next
}

/** Starts by an event begin alone; those without one begin together. Each has a place of its own. */
function netOf(part: Part): Net {
  const nodes = part.content.nodes.filter((node) => !node.isEventSubProcess && node.attachedToId === null)
  const stations = nodes.map((node) => stationOf(part, node))
  const endOf = new Map(
    stations.flatMap((station) => station.places.map((place) => [place, station] as const)),
  )
  const starts = nodes.filter(({ type }) => type === 'startEvent')
  const always = nodes.filter((node) => beginsByItself(part, node))
  const plain = starts.filter(({ events }) => events.length === 0)
  const alone = starts.filter(({ events }) => events.length > 0)
  const beginnings = [plain, ...alone.map((start) => [start])]
    .map((begun) => [...begun, ...always].map(({ id }) => beginningOf(id)))
    .filter((places) => places.length > 0)
  return { stations: inTurn(stations, endOf), beginnings, endOf }
}

function beginningOf(id: string): string {
  return `begin ${id}`
}

/** What brings branches together after what does not, and of those whatever lies before the others first. */
function inTurn(stations: readonly Station[], endOf: Net['endOf']): readonly Station[] {
  const before = new Map<Station, number>()
  for (const station of stations)
    for (const reached of reachedFrom(station, endOf)) before.set(reached, (before.get(reached) ?? 0) + 1)
  const turnOf = (station: Station) => before.get(station) ?? 0
  return stations.toSorted((a, b) => lastness(a) - lastness(b) || turnOf(a) - turnOf(b))
}

function reachedFrom(station: Station, endOf: Net['endOf']): ReadonlySet<Station> {
  const reached = new Set<Station>()
  const open = [station]
  for (let one = open.pop(); one; one = open.pop()) {
    const next = one.outcomes.flatMap((outcome) => outcome ?? []).flatMap((place) => endOf.get(place) ?? [])
    for (const other of next) {
      if (reached.has(other)) continue
      reached.add(other)
      open.push(other)
    }
  }
  return reached
}

function lastness({ join, places }: Station): number {
  if (join === 'what-comes') return 2
  return join === 'one' && places.length > 1 ? 1 : 0
}

function stationOf(part: Part, node: BpmnNode): Station {
  const flows = part.incoming(node.id).map(({ id }) => id)
  const places = flows.length > 0 ? flows : [beginningOf(node.id)]
  const throwers = part.content.nodes.filter((other) => linkTargets(part, other).includes(node))
  return {
    id: node.id,
    places: throwers.length > 0 ? throwers.map(({ id }) => linkOf(id)) : places,
    join: joinOf(node, places.length),
    mayMeet: node.type === 'endEvent' || part.outgoing(node.id).length === 0,
    outcomes: outcomesOf(part, node),
  }
}

function linkOf(throwerId: string): string {
  return `link ${throwerId}`
}

function joinOf({ type }: BpmnNode, places: number): Station['join'] {
  if (places < 2) return 'one'
  if (type === 'parallelGateway') return 'all'
  return type === 'inclusiveGateway' || type === 'complexGateway' ? 'what-comes' : 'one'
}

const ENDING: ReadonlySet<string> = new Set(['terminate', 'error', 'cancel'])

function outcomesOf(part: Part, node: BpmnNode): readonly Outcome[] {
  const [event] = node.events
  if (node.type === 'endEvent') return [event && ENDING.has(event.kind) ? null : []]
  const normal = waysOut(part, node)
  const beside = part.boundariesOf(node.id).filter(({ events }) => events[0]?.kind !== 'compensate')
  const others = beside.flatMap((boundary) => {
    const ways = waysOut(part, boundary)
    if (boundary.isInterrupting) return ways
    return ways.flatMap((way) => normal.map((usual) => [...usual, ...way]))
  })
  return [...normal, ...others]
}

function waysOut(part: Part, node: BpmnNode): readonly (readonly string[])[] {
  if (linkTargets(part, node).length > 0) return [[linkOf(node.id)]]
  const flows = part.outgoing(node.id)
  const ids = flows.map(({ id }) => id)
  switch (node.type) {
    case 'exclusiveGateway':
    case 'eventBasedGateway':
      return ids.length === 0 ? [[]] : ids.map((id) => [id])
    case 'inclusiveGateway':
    case 'complexGateway':
      return ids.length === 0 ? [[]] : someOf(ids)
    case 'parallelGateway':
      return [ids]
    default: {
      const isOpen = (flow: (typeof flows)[number]) =>
        flow.condition !== null || flow.id === node.defaultFlowId
      const always = flows.filter((flow) => !isOpen(flow)).map(({ id }) => id)
      const open = flows.filter(isOpen).map(({ id }) => id)
      const chosen = open.length === 0 ? [[]] : someOf(open)
      return chosen.map((some) => [...always, ...some])
    }
  }
}

/** Every choice of at least one. */
function someOf(ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length > CONDITIONS_MAX) return [ids, ...ids.map((id) => [id])]
  return Array.from({ length: 2 ** ids.length - 1 }, (_, choice) =>
    ids.filter((_id, place) => ((choice + 1) >> place) % 2 === 1),
  )
}
