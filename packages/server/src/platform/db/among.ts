/**
 * The ids bound at a place, as `w.id = any(${among('$2')})` looks them up.
 *
 * Of an array it can see, the planner knows how few ids there are and prefers a plan made for just
 * those, each time anew: 0.4 to 1 ms for a table with many columns and indexes, ten times what the
 * look-up itself takes. Behind a subquery it assumes ten, and one plan serves every call.
 */
export function among(place: `$${number}`): string {
  return `(select ${place}::uuid[])::uuid[]`
}
