/** An id for a new state that none of the present ones has: `state-4`. */
export function newStateId(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number++) {
    const id = `state-${String(number)}`
    if (!taken.includes(id)) return id
  }
}
