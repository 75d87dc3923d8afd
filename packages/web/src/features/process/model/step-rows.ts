import {
  type BpmnFlow,
  type BpmnModel,
  type BpmnNode,
  type OutlineEntry,
  type OutlineOnward,
  outlineProcess,
} from '@millrace/core/process'
import { stepTexts as texts } from '../texts-steps.ts'

/** A line of the list of steps. */
export type StepRow = {
  /** Of the element or the flow. */
  readonly id: string
  /** From 1 at the left. */
  readonly level: number
  readonly what:
    | { readonly kind: 'element'; readonly node: BpmnNode; readonly lane: string | null }
    | { readonly kind: 'way'; readonly flow: BpmnFlow; readonly isDefault: boolean }
  /** Of what is done: its place, such as `2.1`. */
  readonly number: string
  readonly title: string
  /** What kind of thing it is, and what it waits for. */
  readonly detail: string
  /** Where it goes on, if that is not the next line. */
  readonly onward: string
}

const ACTIVITY = /(?:Task|^task|callActivity|SubProcess|subProcess|transaction)$/

/** What goes without saying. */
const PLAIN: ReadonlySet<string> = new Set(['task', 'userTask'])
/** How a schedule is written for programs; its name says it for people. */
const RULE = /^(?:DTSTART|RRULE|FREQ)/

/** What a model says as lines, those of its processes one after the other. */
export function stepRows(model: BpmnModel): readonly StepRow[] {
  return model.processes.flatMap((process) => {
    const lines = new Lines(model)
    lines.addAll(outlineProcess(process), { level: 1, prefix: '' })
    return lines.rows()
  })
}

type Place = { readonly level: number; readonly prefix: string }
type Line = Omit<StepRow, 'onward'> & { readonly onward: OutlineOnward | null }

class Lines {
  readonly #lines: Line[] = []
  readonly #names = new Map<string, string>()
  readonly #counts = new Map<string, number>()
  readonly #model: BpmnModel

  constructor(model: BpmnModel) {
    this.#model = model
  }

  /** Only when all lines are there is it known what the others are called. */
  rows(): readonly StepRow[] {
    return this.#lines.map((line) => ({ ...line, onward: this.#leads(line.onward) }))
  }

  addAll(entries: readonly OutlineEntry[], place: Place): void {
    for (const entry of entries) this.#add(entry, place)
  }

  #add(entry: OutlineEntry, { level, prefix }: Place): void {
    const { node, lane, onward } = entry
    const number = ACTIVITY.test(node.type) ? this.#next(prefix) : ''
    const title = node.name || this.#named(entry)
    this.#names.set(node.id, number === '' ? title : `${number} ${title}`)
    const kind = node.name === '' || PLAIN.has(node.type) ? '' : texts.kind[node.type]
    const detail = [kind, this.#waitsFor(node)].filter(Boolean).join(': ')
    this.#lines.push({
      id: node.id,
      level,
      what: { kind: 'element', node, lane },
      number,
      title,
      detail,
      onward,
    })
    this.addAll(entry.content, { level: level + 1, prefix: `${number}.` })
    for (const attached of entry.attached) this.addAll(attached, { level: level + 1, prefix })
    for (const branch of entry.branches) {
      const what = { kind: 'way', flow: branch.flow, isDefault: branch.isDefault } as const
      const said = wordsOf(branch.flow, branch.isDefault)
      this.#lines.push({
        id: branch.flow.id,
        level: level + 1,
        what,
        number: '',
        ...said,
        onward: branch.onward,
      })
      this.addAll(branch.entries, { level: level + 2, prefix })
    }
  }

  #next(prefix: string): string {
    const count = 1 + (this.#counts.get(prefix) ?? 0)
    this.#counts.set(prefix, count)
    return `${prefix}${String(count)}`
  }

  #named({ node, branches }: OutlineEntry): string {
    return node.type.endsWith('Gateway') && branches.length === 0 ? texts.joins : texts.kind[node.type]
  }

  #waitsFor({ name, events, messageId }: BpmnNode): string {
    const [event] = events
    if (!event) return messageId === null ? '' : this.#nameOf(messageId)
    const said = this.#saidBy(event)
    return [texts.event[event.kind], name !== '' && RULE.test(said) ? '' : said].filter(Boolean).join(' ')
  }

  #saidBy(event: BpmnNode['events'][number]): string {
    if (event.kind === 'timer') return event.timer?.expression.text ?? ''
    if (event.kind === 'conditional') return event.condition?.text ?? ''
    return 'refId' in event && event.refId !== null ? this.#nameOf(event.refId) : ''
  }

  #nameOf(id: string): string {
    const { messages, signals, errors, escalations } = this.#model
    return [...messages, ...signals, ...errors, ...escalations].find((one) => one.id === id)?.name ?? ''
  }

  #leads(onward: OutlineOnward | null): string {
    if (onward?.kind !== 'back' && onward?.kind !== 'elsewhere') return ''
    return texts[onward.kind](this.#names.get(onward.flow.targetId) ?? '')
  }
}

function wordsOf(
  { name, condition }: BpmnFlow,
  isDefault: boolean,
): { readonly title: string; readonly detail: string } {
  if (condition) {
    const asked = texts.when(condition.text)
    return name === '' || name === condition.text
      ? { title: asked, detail: '' }
      : { title: name, detail: asked }
  }
  const plain = isDefault ? texts.otherwise : texts.way
  return name === '' ? { title: plain, detail: '' } : { title: name, detail: isDefault ? plain : '' }
}
