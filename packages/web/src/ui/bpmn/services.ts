/** An element as it lies in a drawing: the parts of it that are used here. */
export type DrawnElement = {
  readonly id: string
  readonly type: string
  readonly businessObject: ModdleElement
  readonly di?: ModdleElement
  readonly parent?: DrawnElement | null
  readonly host?: DrawnElement | null
  readonly attachers?: readonly DrawnElement[]
  readonly incoming?: readonly DrawnElement[]
  readonly outgoing?: readonly DrawnElement[]
  readonly source?: DrawnElement
  readonly target?: DrawnElement
  /** Of a label that stands beside its element. */
  readonly labelTarget?: DrawnElement | null
  readonly waypoints?: readonly Point[]
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A place in a drawing. */
export type Point = { readonly x: number; readonly y: number }

/** An element of the model behind a drawing. Its properties are those of BPMN 2.0 by their names there. */
export type ModdleElement = {
  readonly $type: string
  readonly $parent?: ModdleElement
  readonly id?: string
  readonly name?: string
  readonly get: (name: string) => unknown
  readonly $attrs?: Readonly<Record<string, unknown>>
}

/** The window onto a drawing. */
export type Canvas = {
  readonly zoom: (to?: number | 'fit-viewport', center?: Point | 'auto') => number
  readonly viewbox: (box?: Box) => Box & { readonly inner: Box; readonly outer: Box; readonly scale: number }
  readonly scrollToElement: (element: DrawnElement, padding?: number) => void
  readonly addMarker: (element: string, marker: string) => void
  readonly removeMarker: (element: string, marker: string) => void
  readonly getRootElement: () => DrawnElement
  readonly getContainer: () => HTMLElement
  readonly findRoot: (element: DrawnElement) => DrawnElement | undefined
  readonly setRootElement: (root: DrawnElement) => void
  readonly resized: () => void
}

/** A part of a drawing. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** All elements of a drawing. */
export type ElementRegistry = {
  readonly get: (id: string) => DrawnElement | undefined
  readonly getAll: () => readonly DrawnElement[]
  readonly getGraphics: (element: DrawnElement) => SVGGElement
}

/** What lies over a drawing and moves with it. */
export type Overlays = {
  readonly add: (
    elementId: string,
    type: string,
    overlay: {
      readonly html: HTMLElement
      readonly position: Readonly<Record<string, number>>
      readonly scale?: boolean | { readonly min?: number; readonly max?: number }
    },
  ) => string
  readonly remove: (filter: { readonly type: string }) => void
}

/** What is chosen in a drawing. */
export type Selection = {
  readonly get: () => readonly DrawnElement[]
  readonly select: (element: DrawnElement | null) => void
}

/** Whatever draws: the viewer or the editor of bpmn-js. */
export type Drawer = {
  readonly get: <Service>(name: string) => Service
  readonly importXML: (xml: string) => Promise<{ readonly warnings: readonly string[] }>
  readonly saveSVG: () => Promise<{ readonly svg: string }>
  readonly on: (event: string, heard: (event: Heard) => void) => void
  readonly destroy: () => void
  readonly attachTo: (place: HTMLElement) => void
}

/** What a drawer tells: the element it is about, or what is chosen now. */
export type Heard = {
  readonly element?: DrawnElement
  readonly newSelection?: readonly DrawnElement[]
  readonly viewbox?: { readonly scale: number }
}
