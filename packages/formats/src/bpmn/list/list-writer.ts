import type { BpmnFlow, BpmnNode, OutlineBranch, OutlineEntry, OutlineOnward } from '@millrace/core/process'
import { type ListLanguage, writtenMinutes, writtenSpan } from './list-lengths.ts'
import { readSpan, WORDS } from './list-words.ts'
import { isListedStep } from './listed-step.ts'
import { conditionOf } from './model-of-list.ts'
import { readListSchedule } from './read-schedule.ts'

/** Every reason why a model cannot be written as a list, for the catalogue of sentences. */
export const LIST_UNSAID_CODES = [
  /** It is more than one process, or none. */
  'list.unsaid_several',
  /** Its lanes are not those of the roles. */
  'list.unsaid_lanes',
  /** It begins in several ways, or by something that is no schedule of a list. */
  'list.unsaid_start',
  /** Messages, signals, errors, and what may happen meanwhile. */
  'list.unsaid_event',
  /** Steps that are done several times, in any order, or that undo. */
  'list.unsaid_step',
  /** Ways that do not meet as those of a list do. */
  'list.unsaid_ways',
  /** The list would be read as something else. */
  'list.unsaid_other',
] as const

/** Why a model cannot be written as a list. */
export type UnsaidCode = (typeof LIST_UNSAID_CODES)[number]

const SAID = {
  en: {
    ...{ if: 'If', otherwiseIf: 'Otherwise if', otherwise: 'Otherwise', parallel: 'At the same time' },
    ...{ inTurn: 'In turn', goOn: 'Go on', back: 'Back to', end: 'End', within: 'within', takes: 'takes' },
    wait: (span: string) => `Wait ${span}`,
  },
  de: {
    ...{ if: 'Wenn', otherwiseIf: 'Sonst wenn', otherwise: 'Sonst', parallel: 'Gleichzeitig' },
    ...{ inTurn: 'Nacheinander', goOn: 'Weiter', back: 'Zurück zu', end: 'Ende', within: 'innerhalb von' },
    ...{ takes: 'dauert', wait: (span: string) => `${span} warten` },
  },
} as const

/** A line, with what is indented below it, and further ways beside it. */
type Line = {
  readonly text: string
  /** The step that it is. */
  readonly nodeId: string | null
  /** Where it goes back to; nothing else is said then. */
  readonly backTo: string | null
  readonly under: readonly Line[]
  readonly further: readonly Line[]
}

/** Whether an entry is the very first or last one. */
type AtEdge = { readonly isFirst: boolean; readonly isLast: boolean }

/** Writes the outline of a process as a list, and notes what cannot be said. */
export class ListWriter {
  readonly unsaid: { readonly code: UnsaidCode; readonly elementId: string }[] = []
  readonly #language: ListLanguage
  readonly #said: (typeof SAID)[ListLanguage]
  /** The steps to which it goes back somewhere. */
  readonly #targets = new Set<string>()
  readonly #numbers = new Map<string, string>()

  constructor(language: ListLanguage) {
    this.#language = language
    this.#said = SAID[language]
  }

  write(entries: readonly OutlineEntry[]): string {
    const schedule = this.#schedule(entries[0])
    const lines = this.#sequence(entries, true)
    this.#count(lines, { above: '', first: 1 })
    const written = this.#written(lines, { above: '', first: 1, indent: '' })
    return [...(schedule === null ? [] : [schedule]), ...written].join('\n')
  }

  #note(code: UnsaidCode, { id }: BpmnNode): void {
    this.unsaid.push({ code, elementId: id })
  }

  /** How it begins by itself, by the name of its start; null where somebody starts it. */
  #schedule(first: OutlineEntry | undefined): string | null {
    const [event, ...more] = first?.node.events ?? []
    if (!first || !event) return null
    const rule = readListSchedule(WORDS.every.exec(first.node.name)?.[1] ?? '')
    const isSaid = event.kind === 'timer' && event.timer?.expression.text === rule && more.length === 0
    if (!isSaid) this.#note('list.unsaid_start', first.node)
    return first.node.name
  }

  /** @param isOutermost whether the end at the end goes without saying */
  #sequence(entries: readonly OutlineEntry[], isOutermost: boolean): readonly Line[] {
    return entries.flatMap((entry, place) => {
      const isLast = isOutermost && place === entries.length - 1
      const isFirst = isOutermost && place === 0
      return [...this.#entry(entry, { isFirst, isLast }), ...this.#onward(entry.onward, entry.node.id)]
    })
  }

  #entry(entry: OutlineEntry, { isFirst, isLast }: AtEdge): readonly Line[] {
    const { node } = entry
    if (entry.attached.length > 0) this.#note('list.unsaid_event', node)
    if (node.type === 'startEvent') {
      if (!isFirst || (node.name !== '') !== node.events.length > 0) this.#note('list.unsaid_start', node)
      return []
    }
    if (node.type === 'endEvent') return this.#end(node, isLast)
    if (node.type === 'intermediateCatchEvent') return [bare(this.#wait(node))]
    if (node.type.endsWith('Gateway')) return this.#gateway(entry)
    return [this.#step(entry)]
  }

  #end(node: BpmnNode, isLast: boolean): readonly Line[] {
    if (node.events.length > 0) this.#note('list.unsaid_event', node)
    if (node.name === '') return isLast ? [] : [bare(this.#said.end)]
    return [bare(`${this.#said.end}: ${node.name}`)]
  }

  #wait(node: BpmnNode): string {
    const iso = spanOf(node)
    const named = WORDS.wait.exec(node.name) ?? WORDS.waitLast.exec(node.name)
    if (iso !== '' && readSpan(named?.[1] ?? '')?.iso === iso) return node.name
    const span = writtenSpan(iso, this.#language)
    if (span === null || node.name !== '') this.#note('list.unsaid_event', node)
    return this.#said.wait(span ?? '')
  }

  #step({ node, content }: OutlineEntry): Line {
    const isPart = node.type === 'subProcess' && !node.isEventSubProcess && node.loop === null
    if (!isPart && !isListedStep(node)) this.#note('list.unsaid_step', node)
    const { role, expectedMin, effortMin } = node.work.assignment
    const length = (word: string, minutes: number | null) =>
      minutes === null ? '' : ` ${word} ${writtenMinutes(minutes, this.#language)}`
    const who = role === null ? '' : ` (${role})`
    // `2 Tage`, but `innerhalb von 2 Tagen`.
    const within = length(this.#said.within, expectedMin).replace(/Tage$/, 'Tagen')
    const said = `${within}${length(this.#said.takes, effortMin)}`
    const under = this.#sequence(content, true)
    return { ...bare(`${node.name}${who}${said}`), nodeId: node.id, under }
  }

  #gateway({ node, branches }: OutlineEntry): readonly Line[] {
    if (branches.length === 0) return []
    if (node.type === 'parallelGateway') return [this.#parallel(branches)]
    if (node.type !== 'exclusiveGateway') this.#note('list.unsaid_ways', node)
    return this.#choice(branches, node)
  }

  #parallel(branches: readonly OutlineBranch[]): Line {
    const under = branches.map((branch): Line => {
      const lines = this.#sequence(branch.entries, false)
      const [first] = lines
      return first && lines.length === 1 ? first : { ...bare(`${this.#said.inTurn}:`), under: lines }
    })
    return { ...bare(`${this.#said.parallel}:`), under }
  }

  #choice(branches: readonly OutlineBranch[], node: BpmnNode): readonly Line[] {
    const last = branches.find(({ isDefault, flow }) => isDefault && flow.condition === null)
    if (!last) this.#note('list.unsaid_ways', node)
    const [first, ...others] = branches
      .filter((branch) => branch !== last)
      .map((branch, place) => {
        const word = place === 0 ? this.#said.if : this.#said.otherwiseIf
        return this.#branch(branch, `${word} ${conditionText(branch.flow)}:`)
      })
    if (!first) return []
    const isSilent = !last || (last.entries.length === 0 && !leadsAway(last.onward))
    const further = isSilent ? others : [...others, this.#branch(last, `${this.#said.otherwise}:`)]
    return [{ ...first, further }]
  }

  #branch({ entries, onward, flow }: OutlineBranch, text: string): Line {
    const lines = [...this.#sequence(entries, false), ...this.#onward(onward, flow.sourceId)]
    return lines.length === 0 ? bare(`${text} ${this.#said.goOn}`) : { ...bare(text), under: lines }
  }

  /** Where it goes on, where that is not what stands below. */
  #onward(onward: OutlineOnward | null, elementId: string): readonly Line[] {
    if (!onward || !leadsAway(onward)) return []
    if (onward.kind === 'elsewhere') this.unsaid.push({ code: 'list.unsaid_ways', elementId })
    this.#targets.add(onward.flow.targetId)
    return [{ ...bare(''), backTo: onward.flow.targetId }]
  }

  /** Which number every step has. */
  #count(lines: readonly Line[], { above, first }: Numbering): number {
    let next = first
    for (const line of lines) {
      const number = `${above}${next}`
      if (line.nodeId !== null) this.#numbers.set(line.nodeId, number)
      let inner = this.#count(line.under, { above: `${number}.`, first: 1 })
      for (const one of line.further) inner = this.#count(one.under, { above: `${number}.`, first: inner })
      next += 1
    }
    return next
  }

  #written(lines: readonly Line[], { above, first, indent }: Numbering & Indented): readonly string[] {
    return lines.flatMap((line, place) => {
      const number = `${above}${first + place}`
      const mark = above === '' ? `${number}. ` : `${number} `
      const inside = { above: `${number}.`, indent: `${indent}${INDENT}` }
      let next = 1 + line.under.length
      const further = line.further.flatMap((one) => {
        const begin = next
        next += one.under.length
        return this.#lineWith(one, { ...inside, first: begin, mark: '' })
      })
      return [...this.#lineWith(line, { ...inside, first: 1, mark, indent }), ...further]
    })
  }

  /** A line with what is below it; a single thing to do stands behind the colon. */
  #lineWith(line: Line, { above, first, mark, indent }: Numbering & Indented & Marked): readonly string[] {
    const [only] = line.under
    if (line.text.endsWith(':') && only && line.under.length === 1 && this.#fitsBehind(only))
      return [`${indent}${mark}${line.text} ${this.#textOf(only)}`]
    const under = this.#written(line.under, { above, first, indent: `${indent}${INDENT}` })
    return [`${indent}${mark}${this.#textOf(line)}`, ...under]
  }

  #fitsBehind({ nodeId, under, further, text }: Line): boolean {
    const isTarget = nodeId !== null && this.#targets.has(nodeId)
    return !isTarget && under.length === 0 && further.length === 0 && !text.endsWith(':')
  }

  #textOf({ backTo, text }: Line): string {
    return backTo === null ? text : `${this.#said.back} ${this.#numbers.get(backTo) ?? '?'}`
  }
}

/** The numbers of lines: what stands before each, and the first one. */
type Numbering = { readonly above: string; readonly first: number }
type Indented = { readonly indent: string }
type Marked = { readonly mark: string }

const INDENT = '   '

function bare(text: string): Line {
  return { text, nodeId: null, backTo: null, under: [], further: [] }
}

/** How long an event waits, as ISO 8601; empty where it waits for something else. */
function spanOf({ events: [event] }: BpmnNode): string {
  const timer = event?.kind === 'timer' ? event.timer : null
  return timer?.kind === 'duration' ? timer.expression.text : ''
}

function leadsAway(onward: OutlineOnward | null): boolean {
  return onward?.kind === 'back' || onward?.kind === 'elsewhere'
}

/** The words that were made a condition, or the condition itself. */
function conditionText({ name, condition }: BpmnFlow): string {
  const text = condition?.text ?? ''
  return name !== '' && conditionOf(name).text === text ? name : text
}
