/** The figure in the middle. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0
}

/** A whole number as people read it. */
export function shown(figure: number): string {
  return Math.round(figure).toLocaleString('en')
}
