export function sample(low: number, high: number): number {
  return low + Math.random() * (high - low)
}
