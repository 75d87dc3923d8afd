import type { LabelSize } from './label-size.ts'

/** What is to be drawn in a process or a sub-process. */
export type Scene = {
  readonly nodes: readonly SceneNode[]
  readonly links: readonly SceneLink[]
  /** Notes and data, drawn beside what they belong to. */
  readonly extras: readonly SceneExtra[]
}

/** An activity, a gateway or an event. */
export type SceneNode = {
  readonly id: string
  readonly kind: 'activity' | 'gateway' | 'event'
  readonly isStart: boolean
  /** Stands right of all others, at the end of the straight way. */
  readonly isLast?: boolean
  readonly width: number
  readonly height: number
  /** Which lane it lies in, by its place among them. */
  readonly band: number
  /** Events that lie on its edge. */
  readonly boundaries: readonly SceneBoundary[]
  /** Its name, where that stands beside it: of gateways and events. */
  readonly label: LabelSize | null
}

/** An event on the edge of an activity. */
export type SceneBoundary = { readonly id: string; readonly label: LabelSize | null }

/** A flow from one to another; a flow from an event on an edge says so. */
export type SceneLink = {
  readonly id: string
  readonly sourceId: string
  readonly targetId: string
  readonly boundaryId: string | null
  readonly label: LabelSize | null
}

/** A note or data, and with which of the nodes it is connected, by which lines. */
export type SceneExtra = {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly links: readonly { readonly id: string; readonly nodeId: string; readonly isFromNode: boolean }[]
}
