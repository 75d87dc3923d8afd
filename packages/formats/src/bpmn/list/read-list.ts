import { type ListLine, linesOf } from './list-lines.ts'
import { readSpan, WORDS } from './list-words.ts'
import { readListSchedule } from './read-schedule.ts'
import type { ListBranch, ListItem, ListProblem, ListStep, StepList } from './step-list.ts'

/** More, and nobody oversees the process any more. */
const LINES_MAX = 300

/** Reads a list line by line. What is not understood is named; the rest is read all the same. */
export function readList(text: string): {
  readonly list: StepList
  readonly problems: readonly ListProblem[]
} {
  const reader = new ListReader()
  const list = reader.read(linesOf(text))
  return { list, problems: reader.problems.toSorted((a, b) => a.line - b.line) }
}

class ListReader {
  readonly problems: ListProblem[] = []

  read(lines: readonly ListLine[]): StepList {
    const [first, ...rest] = lines
    if (!first) {
      this.#note('list.empty', { line: 1, text: '' })
      return { schedule: null, items: [] }
    }
    const last = lastLine(lines)
    if (last.line > LINES_MAX) this.#note('list.too_long', last)
    const every = first.isMarked ? null : WORDS.every.exec(first.text)
    const rule = every && readListSchedule(every[1] ?? '')
    if (rule) return this.#scheduled({ rule, written: first.text }, first, rest)
    // Of lines without numbers, `Every tenant signs` may be the first thing to do.
    if (!every || !rest[0]?.isMarked) return { schedule: null, items: this.#items(lines) }
    this.#note('list.schedule_unknown', first)
    return { schedule: null, items: this.#items(rest) }
  }

  #scheduled(schedule: StepList['schedule'], first: ListLine, rest: readonly ListLine[]): StepList {
    const items = this.#items([...first.under, ...rest])
    if (items.length === 0) this.#note('list.empty', first)
    return { schedule, items }
  }

  #note(code: ListProblem['code'], { line, text }: Pick<ListLine, 'line' | 'text'>): void {
    this.problems.push({ line, code, text })
  }

  #items(lines: readonly ListLine[]): readonly ListItem[] {
    const items: ListItem[] = []
    for (const line of lines.flatMap(besideIf)) {
      const before = items.at(-1)
      const branch = this.#furtherBranch(line)
      if (branch) {
        const choice = before?.kind === 'choice' ? before : null
        this.#noteFurther(choice, line)
        if (choice) items[items.length - 1] = { ...choice, branches: [...choice.branches, branch] }
        continue
      }
      if (before?.kind === 'back' || before?.kind === 'end') this.#note('list.never_reached', line)
      items.push(this.#item(line))
    }
    return items
  }

  /** Whether there is a way beside which the line stands, and whether it is ever taken. */
  #noteFurther(choice: Extract<ListItem, { readonly kind: 'choice' }> | null, line: ListLine): void {
    if (!choice) this.#note('list.otherwise_alone', line)
    else if (choice.branches.at(-1)?.condition === null) this.#note('list.never_reached', line)
  }

  #furtherBranch(line: ListLine): ListBranch | null {
    const [, condition, then = ''] = WORDS.otherwiseIf.exec(line.text) ?? []
    if (condition !== undefined) return this.#branch(line, condition, then)
    const otherwise = WORDS.otherwise.exec(line.text)
    return otherwise ? this.#branch(line, null, otherwise[1] ?? '') : null
  }

  #item(line: ListLine): ListItem {
    const { text } = line
    const [, condition, then = ''] = WORDS.if.exec(text) ?? []
    if (condition !== undefined)
      return { kind: 'choice', line: line.line, branches: [this.#branch(line, condition, then)] }
    if (WORDS.parallel.test(text)) return this.#group('parallel', line)
    if (WORDS.inTurn.test(text)) return this.#group('sequence', line)
    return jumpOf(line) ?? this.#step(line)
  }

  #group(kind: 'parallel' | 'sequence', line: ListLine): ListItem {
    const items = this.#items(line.under)
    if (items.length === 0) this.#note('list.nothing_done', line)
    return { kind, line: line.line, items }
  }

  /** What is done stands behind the colon, or in the lines below. */
  #branch(line: ListLine, condition: string | null, then: string): ListBranch {
    if (WORDS.goOn.test(then) && line.under.length === 0) return { line: line.line, condition, items: [] }
    const first = then === '' ? [] : [{ ...line, text: then, number: '', under: [] }]
    const items = this.#items([...first, ...line.under])
    if (items.length === 0) this.#note('list.nothing_done', line)
    return { line: line.line, condition, items }
  }

  #step(line: ListLine): ListStep {
    if (readListSchedule(WORDS.every.exec(line.text)?.[1] ?? '')) this.#note('list.schedule_late', line)
    let name = line.text
    let role: string | null = null
    const minutes: Minutes = { within: null, takes: null }
    // In any order: `(Roofers) within 2 days`, `within 2 days (Roofers)`.
    for (let isCut = true; isCut; ) {
      const who: RegExpExecArray | null = role === null ? WORDS.who.exec(name) : null
      if (who) {
        role = who[1]?.trim() ?? null
        name = name.slice(0, who.index)
      }
      const cut = cutSpan(name, minutes)
      if (cut) name = cut
      isCut = who !== null || cut !== null
    }
    return {
      ...{ kind: 'step', line: line.line, number: line.number, role },
      name: name.replace(/[\s,;.:]+$/, ''),
      ...{ expectedMin: minutes.within, effortMin: minutes.takes, items: this.#items(line.under) },
    }
  }
}

/** `Otherwise` stands beside its `If`, also where it is written below its text. */
function besideIf(line: ListLine): readonly ListLine[] {
  if (!WORDS.if.test(line.text) && !isFurther(line)) return [line]
  const at = line.under.findIndex(isFurther)
  if (at < 0) return [line]
  return [{ ...line, under: line.under.slice(0, at) }, ...line.under.slice(at).flatMap(besideIf)]
}

function isFurther({ text }: ListLine): boolean {
  return WORDS.otherwiseIf.test(text) || WORDS.otherwise.test(text)
}

/** What does nothing itself: goes back, ends, or waits. */
function jumpOf({ line, text }: ListLine): ListItem | null {
  const back = WORDS.back.exec(text)
  if (back) return { kind: 'back', line, to: back[1] ?? '' }
  const end = WORDS.end.exec(text)
  if (end) return { kind: 'end', line, name: end[1]?.trim() ?? '' }
  const wait = WORDS.wait.exec(text) ?? WORDS.waitLast.exec(text)
  const span = readSpan(wait?.[1] ?? '')
  return span && { kind: 'wait', line, span: span.iso, name: text }
}

type Minutes = { within: number | null; takes: number | null }

/** Takes a length of time from the end of a line; null where none is there. */
function cutSpan(name: string, minutes: Minutes): string | null {
  for (const kind of ['within', 'takes'] as const) {
    const found = minutes[kind] === null ? WORDS[kind].exec(name) : null
    const span = found && readSpan((found[1] ?? '').replace(/[,;.]$/, ''))
    if (!found || !span) continue
    minutes[kind] = span.minutes
    return name.slice(0, found.index)
  }
  return null
}

function lastLine(lines: readonly ListLine[]): ListLine {
  let last = lines.at(-1)
  for (let under = last?.under; under && under.length > 0; under = last?.under) last = under.at(-1)
  return last ?? { line: 1, number: '', isMarked: false, text: '', under: [] }
}
