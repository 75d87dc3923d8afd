/** Round values from zero, or below it, up to where all values lie. */
export function roundTicks(low: number, high: number, most = 5): readonly number[] {
  const span = Math.max(1, high - Math.min(0, low))
  const rough = span / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10)
  const first = Math.floor(Math.min(0, low) / step)
  const count = Math.ceil(high / step) - first
  return Array.from({ length: Math.max(1, count) + 1 }, (_, index) => (first + index) * step)
}

/** Values in even steps between two others, both included. */
export function evenTicks(low: number, high: number, count: number): readonly number[] {
  if (!(high > low)) return [low]
  return Array.from({ length: count }, (_, index) => low + ((high - low) * index) / (count - 1))
}
