import type { BpmnContent, BpmnNode } from '../model/bpmn-model.ts'

/** What lies in a process or sub-process, to be looked up and not searched for: foreign models may be large. */
export class ContentPlaces {
  /** What lies on the boundary of an activity, by its id. */
  readonly #attached = new Map<string, BpmnNode[]>()
  /** What compensates, by the boundary event that leads to it. */
  readonly #handlers = new Map<string, string>()
  /** The place of the event that catches a link, by its name. */
  readonly #links = new Map<string, number>()

  constructor({ nodes, associations }: BpmnContent) {
    for (const node of nodes) if (node.attachedToId !== null) addTo(this.#attached, node.attachedToId, node)
    for (const { sourceId, targetId } of associations.toReversed()) this.#handlers.set(sourceId, targetId)
  }

  /** That a node of the content has its place in the graph. */
  place({ type, events: [event] }: BpmnNode, index: number): void {
    if (type !== 'intermediateCatchEvent' || event?.kind !== 'link') return
    if (!this.#links.has(event.name)) this.#links.set(event.name, index)
  }

  attachedTo(id: string): readonly BpmnNode[] {
    return this.#attached.get(id) ?? []
  }

  handlerOf(boundaryId: string | undefined): string | null {
    return boundaryId === undefined ? null : (this.#handlers.get(boundaryId) ?? null)
  }

  linksTo(name: string): readonly number[] {
    const place = this.#links.get(name)
    return place === undefined ? [] : [place]
  }
}

/** Adds to the list of a key. */
export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** What begins with its scope where nothing leads to it. @see BPMN 2.0.2 §13.2 */
export function beginsWithScope({ type, events, ...node }: BpmnNode): boolean {
  if (type === 'startEvent' || node.isEventSubProcess || node.isForCompensation) return false
  const isLinked = type === 'intermediateCatchEvent' && events[0]?.kind === 'link'
  return node.attachedToId === null && !isLinked
}
