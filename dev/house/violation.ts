/** One place where the house's order is broken. `rule` is a key of the rules in house.json, or a lint rule. */
export type Violation = {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly detail: string
}

/** Violations grouped by rule, each group under the sentence that says what to do instead. */
export function describe(violations: readonly Violation[], advice: Readonly<Record<string, string>>): string {
  const groups = Map.groupBy(violations, (violation) => violation.rule)
  const rules = [...groups.keys()].toSorted()
  return rules
    .map((rule) => {
      const lines = (groups.get(rule) ?? [])
        .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
        .map((violation) => `  ${violation.file}:${violation.line}  ${violation.detail}`)
      return [`${rule}${advice[rule] === undefined ? '' : `: ${advice[rule]}`}`, ...lines].join('\n')
    })
    .join('\n\n')
}
