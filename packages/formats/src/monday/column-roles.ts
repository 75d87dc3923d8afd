/** The columns of items, or of sub-items: their names in small letters and as they are written, and what they are. */
export type RowColumns = {
  readonly names: readonly string[]
  readonly written: readonly string[]
  readonly roles: ColumnRoles
}

/** What the columns of a board are, by their places; -1 where there is none. */
export type ColumnRoles = {
  readonly name: number
  readonly id: number
  readonly status: number
  readonly priority: number
  readonly due: number
  readonly start: number
  /** Days from and to in one cell. */
  readonly span: number
  readonly created: number
  readonly description: number
  readonly dependsOn: number
  readonly people: readonly number[]
  readonly labels: readonly number[]
  readonly files: readonly number[]
  /** Everything else that says something. */
  readonly others: readonly number[]
}

const PASSED_OVER = /^(subitems|last updated|auto number|item link|button|formula status|)$/
const PERSON = /^(person|people|owner|owners|assignee|assignees|assigned to|responsible|assigned)$/
const LABELS = /^(tags?|labels?)$/

/** The columns of a header, each with what it is by the name that monday gives it, or people usually do. */
export function columnsOf(cells: readonly string[]): RowColumns {
  const written = cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
  const names = written.map((name) => name.toLowerCase())
  return { written, names, roles: rolesOf(names) }
}

function rolesOf(names: readonly string[]): ColumnRoles {
  const find = (...patterns: readonly RegExp[]) => {
    for (const pattern of patterns) {
      const at = names.findIndex((name) => pattern.test(name))
      if (at >= 0) return at
    }
    return -1
  }
  const all = (pattern: RegExp) => names.flatMap((name, index) => (pattern.test(name) ? [index] : []))
  const single = {
    name: find(/^name$/),
    id: find(/^item id \(auto generated\)$/, /^item id$/),
    status: find(/^status$/, /^(task |item |project )?(status|state|stage)$/, /status$/),
    priority: find(/^priority$/, /priority$/),
    due: find(/^(due date|due|deadline)$/, /^(timeline - end|end date)$/, /- end$/, /^date$/),
    start: find(/^start date$/, /^timeline - start$/, /- start$/),
    span: find(/^timeline$/, /timeline$/),
    created: find(/^creation log$/, /^created( at)?$/),
    description: find(/^(description|notes?|long text)$/),
    dependsOn: find(/^(dependent on|dependency|depends on)$/),
  }
  const people = all(PERSON)
  const labels = all(LABELS)
  const files = all(/^files?$/)
  const taken = new Set([...Object.values(single), ...people, ...labels, ...files])
  const others = names.flatMap((name, index) =>
    taken.has(index) || PASSED_OVER.test(name) || name === 'item id' ? [] : [index],
  )
  return { ...single, people, labels, files, others }
}
