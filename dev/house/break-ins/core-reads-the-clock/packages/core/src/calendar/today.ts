export function isOver(until: number): boolean {
  return Date.now() > until
}
