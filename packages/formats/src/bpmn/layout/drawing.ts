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
}

/** Something that connects two shapes. */
export type DrawnEdge = { readonly id: string; readonly points: readonly Point[] }

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
    shapes: shapes.map((shape) => ({ ...shape, x: shape.x + by.x, y: shape.y + by.y })),
    edges: edges.map(({ id, points }) => ({
      id,
      points: points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })),
    })),
  }
}
