/**
 * The element of a typed array that is known to be there. Only for `Int32Array`, and small: so it is
 * compiled into its callers and costs nothing.
 */
export function at(array: Int32Array, index: number): number {
  return array[index] ?? 0
}
