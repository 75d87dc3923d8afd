/**
 * The element of a typed array that is known to be there. One function for each kind of array, and small:
 * so each is compiled into its callers and costs nothing.
 */
export function cell(array: Float64Array, index: number): number {
  return array[index] ?? 0
}

/** The same of whole numbers. */
export function whole(array: Int32Array, index: number): number {
  return array[index] ?? 0
}
