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
  readonly width: number
  readonly height: number
  /** Which lane it lies in, by its place among them. */
  readonly band: number
  /** Events that lie on its edge. */
  readonly boundaries: readonly string[]
}

/** A flow from one to another; a flow from an event on an edge says so. */
export type SceneLink = {
  readonly id: string
  readonly sourceId: string
  readonly targetId: string
  readonly boundaryId: string | null
}

/** A note or data, and with which of the nodes it is connected, by which lines. */
export type SceneExtra = {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly links: readonly { readonly id: string; readonly nodeId: string; readonly isFromNode: boolean }[]
}
