import type { BpmnFlow, BpmnNode } from '../model/bpmn-model.ts'

/** An element in its place among the others: what a picture shows, in the order in which it is done. */
export type OutlineEntry = {
  readonly node: BpmnNode
  /** Who does it, where a lane says so. */
  readonly lane: string | null
  /** How it goes on; null where it ends, or where several ways lead on. */
  readonly onward: OutlineOnward | null
  /** Where several ways lead on: each of them. */
  readonly branches: readonly OutlineBranch[]
  /** What may happen meanwhile: for each event on its edge, that event and all that follows. */
  readonly attached: readonly (readonly OutlineEntry[])[]
  /** What lies in it. */
  readonly content: readonly OutlineEntry[]
}

/** One of several ways. */
export type OutlineBranch = {
  readonly flow: BpmnFlow
  /** Taken where no condition holds. */
  readonly isDefault: boolean
  readonly entries: readonly OutlineEntry[]
  /** Where nothing lies on it: how it goes on. */
  readonly onward: OutlineOnward | null
}

/**
 * How one gets to what comes next: `next` to the following entry, `join` to the one that follows all ways around,
 * `back` to one that leads here, `elsewhere` to one that stands at another place.
 */
export type OutlineOnward = {
  readonly kind: 'next' | 'join' | 'back' | 'elsewhere'
  readonly flow: BpmnFlow
}
