/** Closes an exhaustive switch: the compiler proves it is never reached, the run time reports if it is. */
export function unreachable(value: never): never {
  throw new TypeError(`unexpected value: ${JSON.stringify(value)}`)
}
