/** Segments of one column, as bits. */
export type Mask = bigint

/** For each column, some of its segments. */
export type Box = readonly Mask[]

export type Search = {
  /** What each rule covers. */
  readonly rules: readonly Box[]
  /** How many regions are wanted. */
  readonly limit: number
  /** Steps left; the search is not complete when they run out. */
  budget: number
}

/** Parts of a box that no rule covers, at most as many as wanted. */
export function uncovered(search: Search, box: Box): readonly Box[] {
  const found: Box[] = []
  descend({ search, box, found }, [], search.rules)
  return found
}

type Descent = { readonly search: Search; readonly box: Box; readonly found: Box[] }

/** Column by column: segments that the same rules cover are one branch. */
function descend({ search, box, found }: Descent, fixed: Box, rules: readonly Box[]): void {
  const column = fixed.length
  search.budget -= 1 + rules.length
  if (search.budget < 0 || found.length >= search.limit) return
  if (rules.length === 0) {
    found.push([...fixed, ...box.slice(column)])
    return
  }
  const whole = box[column]
  if (whole === undefined || rules.some((rule) => coversRest(rule, box, column))) return
  for (const { mask, inside } of branches(whole, column, rules)) {
    descend({ search, box, found }, [...fixed, mask], inside)
  }
}

function coversRest(rule: Box, box: Box, from: number): boolean {
  return box.every((mask, column) => column < from || ((rule[column] ?? 0n) & mask) === mask)
}

type Branch = { readonly mask: Mask; readonly inside: readonly Box[] }

function branches(whole: Mask, column: number, rules: readonly Box[]): readonly Branch[] {
  let parts: Branch[] = [{ mask: whole, inside: [] }]
  for (const rule of rules) {
    const covered = rule[column] ?? 0n
    parts = parts.flatMap(({ mask, inside }) => {
      const [within, without] = [mask & covered, mask & ~covered]
      return [
        ...(within === 0n ? [] : [{ mask: within, inside: [...inside, rule] }]),
        ...(without === 0n ? [] : [{ mask: without, inside }]),
      ]
    })
  }
  return parts.toSorted((a, b) => (firstBit(a.mask) < firstBit(b.mask) ? -1 : 1))
}

function firstBit(mask: Mask): Mask {
  return mask & -mask
}

/** What two boxes share; null when they share nothing. */
export function intersection(left: Box, right: Box): Box | null {
  const shared = left.map((mask, column) => mask & (right[column] ?? 0n))
  return shared.includes(0n) ? null : shared
}
