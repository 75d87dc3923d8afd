import { type Badge, badgeRow, type Mark } from './badge.ts'
import { type Direction, inFlowOrder, neighbour } from './flow-order.ts'
import type { Canvas, Drawer, DrawnElement, ElementRegistry, Overlays, Point } from './services.ts'
import { withColours, withMark } from './theme.ts'

const BADGES = 'millrace-badge'
const ZOOM_STEP = 1.25
const ZOOM = { least: 0.2, most: 4 }
/** Nothing is drawn larger than it was meant to be only because there is room. */
const FIT_MOST = 1
const FIT_MARGIN = 24
/** Smaller nobody reads it: then its beginning is shown, and the rest is a push away. */
const FIT_LEAST = 0.55

/** What a page may do with a drawn model, whoever draws it. */
export class Picture {
  readonly #drawer: Drawer
  /** Room that tools take at the beginning of the line. */
  readonly #toolsWidth: number
  #marks: readonly (readonly [id: string, mark: Mark])[] = []
  #focusedId: string | null = null

  constructor(drawer: Drawer, toolsWidth = 0) {
    this.#drawer = drawer
    this.#toolsWidth = toolsWidth
  }

  get #canvas(): Canvas {
    return this.#drawer.get<Canvas>('canvas')
  }

  get #registry(): ElementRegistry {
    return this.#drawer.get<ElementRegistry>('elementRegistry')
  }

  element(id: string): DrawnElement | undefined {
    return this.#registry.get(id)
  }

  /** Everything that is drawn. */
  elements(): readonly DrawnElement[] {
    return this.#registry.getAll()
  }

  /** Draws a model, and what is marked in it, anew. */
  async draw(xml: string): Promise<void> {
    await this.#drawer.importXML(xml)
    this.#markOwnColours()
    this.fit()
  }

  /** The whole model as wide as there is room; where that is too small to read, its beginning. */
  fit(): void {
    const canvas = this.#canvas
    canvas.resized()
    const { inner, outer } = canvas.viewbox()
    if (!(inner.width > 0) || !(outer.width > 0)) return
    const begins = FIT_MARGIN + this.#toolsWidth
    const width = outer.width - begins - FIT_MARGIN
    const height = outer.height - 2 * FIT_MARGIN
    const fitting = Math.min(FIT_MOST, width / inner.width, height / inner.height)
    const scale = Math.max(FIT_LEAST, fitting)
    canvas.viewbox({
      x: inner.x - Math.max(begins, (outer.width - inner.width * scale) / 2) / scale,
      y: inner.y - Math.max(FIT_MARGIN, (outer.height - inner.height * scale) / 2) / scale,
      width: outer.width / scale,
      height: outer.height / scale,
    })
  }

  zoom(by: 1 | -1): void {
    const canvas = this.#canvas
    const to = canvas.zoom() * (by > 0 ? ZOOM_STEP : 1 / ZOOM_STEP)
    canvas.zoom(Math.min(ZOOM.most, Math.max(ZOOM.least, to)), 'auto')
  }

  /** Shows badges in place of those before. */
  badges(badges: readonly Badge[], onPress: ((elementId: string) => void) | null): void {
    const overlays = this.#drawer.get<Overlays>('overlays')
    overlays.remove({ type: BADGES })
    for (const [elementId, own] of Map.groupBy(badges, (badge) => badge.elementId)) {
      const element = this.element(elementId)
      if (!element) continue
      const html = badgeRow(own, onPress)
      const place = element.waypoints ? middleOf(element) : { top: -13, left: 6 }
      overlays.add(elementId, BADGES, { html, position: place, scale: { min: 0.7, max: 1.2 } })
    }
  }

  /** Marks elements in place of those before. */
  marks(marks: readonly (readonly [id: string, mark: Mark])[]): void {
    for (const [id, mark] of this.#marks) if (this.element(id)) this.#canvas.removeMarker(id, `bpmn-${mark}`)
    for (const [id, mark] of marks) if (this.element(id)) this.#canvas.addMarker(id, `bpmn-${mark}`)
    this.#marks = marks
  }

  /** Puts the ring of the keyboard on an element and brings it into view; null: nowhere. */
  focus(id: string | null): DrawnElement | null {
    if (this.#focusedId !== null && this.element(this.#focusedId)) {
      this.#canvas.removeMarker(this.#focusedId, 'bpmn-focused')
    }
    const element = id === null ? undefined : this.element(id)
    this.#focusedId = element?.id ?? null
    if (!element) return null
    const root = this.#canvas.findRoot(element)
    if (root && root !== this.#canvas.getRootElement()) this.#canvas.setRootElement(root)
    this.#canvas.addMarker(element.id, 'bpmn-focused')
    this.#canvas.scrollToElement(element, 60)
    return element
  }

  get focusedId(): string | null {
    return this.#focusedId
  }

  /** Where an arrow key leads from where the ring is; to the first element where it is nowhere. */
  step(direction: Direction): DrawnElement | null {
    const all = this.#registry.getAll()
    const from = this.#focusedId === null ? undefined : this.element(this.#focusedId)
    const to = from ? neighbour(from, direction, all) : inFlowOrder(all)[0]
    return to ? this.focus(to.id) : null
  }

  /** The first or the last element in the order of the flow. */
  end(of: 'first' | 'last'): DrawnElement | null {
    const order = inFlowOrder(this.#registry.getAll())
    const to = of === 'first' ? order[0] : order.at(-1)
    return to ? this.focus(to.id) : null
  }

  /** The elements that can be stopped at, in the order of the flow. */
  stops(): readonly DrawnElement[] {
    return inFlowOrder(this.#registry.getAll())
  }

  /** The picture as a file that stands alone, with the mark of bpmn.io. */
  async svg(): Promise<string> {
    const { svg } = await this.#drawer.saveSVG()
    return withMark(withColours(svg, this.#canvas.getContainer()))
  }

  /** Lets a token be seen going along a flow. */
  async send(flowId: string, ms: number): Promise<void> {
    const flow = this.element(flowId)
    if (!flow?.waypoints || ms <= 0) return
    const layer = this.#registry.getGraphics(flow)
    const token = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
    token.setAttribute('r', '8')
    token.classList.add('bpmn-token')
    layer.append(token)
    const [first] = flow.waypoints
    const frames = flow.waypoints.map(({ x, y }) => ({
      transform: `translate(${String(x)}px, ${String(y)}px)`,
    }))
    if (first)
      await token.animate(frames, { duration: ms, easing: 'ease-in-out' }).finished.catch(() => undefined)
    token.remove()
  }

  /** Files may bring colours of their own, which were chosen on white: words on them stay dark. */
  #markOwnColours(): void {
    for (const { id, di, labelTarget } of this.#registry.getAll()) {
      if (labelTarget) continue
      const fill = di?.get('color:background-color') ?? di?.$attrs?.['bioc:fill'] ?? di?.get('bioc:fill')
      if (typeof fill === 'string') this.#canvas.addMarker(id, 'bpmn-own-fill')
    }
  }
}

function middleOf({ waypoints = [] }: DrawnElement): Readonly<Record<string, number>> {
  const xs = waypoints.map(({ x }) => x)
  const ys = waypoints.map(({ y }) => y)
  const [a, b] = middleSegment(waypoints)
  return { left: (a.x + b.x) / 2 - Math.min(...xs) - 10, top: (a.y + b.y) / 2 - Math.min(...ys) - 10 }
}

function middleSegment(waypoints: readonly Point[]): readonly [Point, Point] {
  const at = Math.max(0, Math.floor(waypoints.length / 2) - 1)
  const none = { x: 0, y: 0 }
  return [waypoints[at] ?? none, waypoints[at + 1] ?? none]
}
