/** Where something is drawn, in pixels from the upper left corner. */
export type Bounds = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A corner of a line. */
export type Point = { readonly x: number; readonly y: number }

/** Something with an area of its own. */
export type DrawnShape = Bounds & {
  readonly id: string
  /** Of what holds others: whether that is seen. */
  readonly isExpanded?: boolean
  /** Of pools and lanes. */
  readonly isHorizontal?: boolean
  /** Where its name stands, of what has it beside it. */
  readonly label?: Bounds
}

/** Something that connects two shapes. */
export type DrawnEdge = {
  readonly id: string
  readonly points: readonly Point[]
  /** Where its name stands. */
  readonly label?: Bounds
}

/** A picture: shapes in the order in which they are drawn, those that hold others first. */
export type Drawing = {
  readonly width: number
  readonly height: number
  readonly shapes: readonly DrawnShape[]
  readonly edges: readonly DrawnEdge[]
}

/** The same picture elsewhere. */
export function moved({ width, height, shapes, edges }: Drawing, by: Point): Drawing {
  return {
    ...{ width, height },
    shapes: shapes.map((shape) => movedShape(shape, by)),
    edges: edges.map(({ id, points, label }) => ({
      id,
      points: points.map((point) => movedPoint(point, by)),
      ...(label ? { label: movedPoint(label, by) } : {}),
    })),
  }
}

function movedShape(shape: DrawnShape, by: Point): DrawnShape {
  const there = movedPoint(shape, by)
  return shape.label ? { ...there, label: movedPoint(shape.label, by) } : there
}

function movedPoint<Placed extends Point>(place: Placed, by: Point): Placed {
  return { ...place, x: place.x + by.x, y: place.y + by.y }
}
