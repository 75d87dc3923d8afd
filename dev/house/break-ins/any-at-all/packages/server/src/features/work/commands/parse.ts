export function isThere(value: any): boolean {
  return value !== undefined
}
