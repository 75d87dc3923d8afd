import type {
  CaseFileItem,
  CaseFileTransition,
  CaseModel,
  DiscretionaryItem,
  OnPart,
  PlanItem,
  PlanItemKind,
  PlanItemTransition,
  PlanItemWork,
  Sentry,
} from '../index.ts'

/** Work of which nothing is said. */
export const NO_WORK: PlanItemWork = {
  ...{ teamId: null, responsibleId: null, role: null, practice: null, artifact: null, formKey: null },
  ...{ effortMin: null, expectedMin: null, otherThan: [], reference: null, inputs: [], outputs: [] },
}

/** An item of which only what matters is said. */
export function planItem(kind: PlanItemKind, id: string, more: Partial<PlanItem> = {}): PlanItem {
  return {
    ...{ id, name: id, description: '', kind, entry: [], exit: [], manualActivation: null, required: null },
    ...{ repetition: null, isBlocking: true, content: null, work: null, timer: null },
    ...more,
  }
}

/** A plan of which only what matters is said. */
export function planOf(items: readonly PlanItem[], more: Partial<CaseModel> = {}): CaseModel {
  return {
    ...{ id: 'case', name: 'Case', description: '', exit: [], roles: [], file: [] },
    root: { items, autoComplete: false, discretionary: [] },
    ...more,
  }
}

const KINDS: Readonly<Record<string, PlanItemKind>> = {
  stage: 'stage',
  task: 'humanTask',
  process: 'processTask',
  subcase: 'caseTask',
  decision: 'decisionTask',
  work: 'task',
  milestone: 'milestone',
  listener: 'userListener',
  timer: 'timerListener',
}

type Draft = {
  readonly indent: number
  readonly id: string
  readonly kind: PlanItemKind | 'case'
  readonly said: Map<string, readonly string[]>
  readonly children: Draft[]
}

/**
 * A plan from lines such as `task Assess; enter on Register complete if amount > 100; required`. What lies in a stage is
 * indented. `case`, `roles` and `file` lines say what belongs to the case itself.
 */
export function planFromText(text: string): CaseModel {
  const root: Draft = { indent: -1, id: 'case', kind: 'case', said: new Map(), children: [] }
  const stack = [root]
  let model = planOf([])
  for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
    const [head = '', ...rest] = line.split(';').map((part) => part.trim())
    const [word = '', id = ''] = head.split(/\s+/)
    const indent = line.search(/\S/)
    if (word === 'roles') model = { ...model, roles: [id, ...rest] }
    else if (word === 'file') model = { ...model, file: [...model.file, fileItem(id, rest)] }
    else if (word === 'case') setAll(root.said, rest)
    else {
      const kind = KINDS[word]
      if (!kind) throw new TypeError(`no such line: ${line}`)
      const draft: Draft = { indent, id, kind, said: new Map(), children: [] }
      setAll(draft.said, rest)
      while ((stack.at(-1)?.indent ?? -1) >= indent) stack.pop()
      stack.at(-1)?.children.push(draft)
      stack.push(draft)
    }
  }
  return { ...model, root: contentOf(root), exit: sentries(root, 'exit') }
}

function setAll(said: Map<string, readonly string[]>, parts: readonly string[]): void {
  for (const part of parts) {
    const [word = '', ...rest] = part.split(/\s+/)
    said.set(word, [...(said.get(word) ?? []), rest.join(' ')])
  }
}

function fileItem(id: string, said: readonly string[]): CaseFileItem {
  const variable = said.find((part) => part.startsWith('as '))?.slice(3) ?? ''
  return {
    ...{
      id,
      name: id,
      kind: 'document',
      isMany: said.includes('many'),
      isRequired: said.includes('required'),
    },
    ...{ variable, children: [] },
  }
}

function contentOf(draft: Draft): NonNullable<PlanItem['content']> {
  const isPlanned = (child: Draft) => !child.said.has('discretionary')
  return {
    items: draft.children.filter(isPlanned).map(itemOf),
    autoComplete: draft.said.has('auto'),
    discretionary: draft.children.filter((child) => !isPlanned(child)).map(discretionaryOf),
  }
}

function discretionaryOf(draft: Draft): DiscretionaryItem {
  const { said } = draft
  return {
    item: itemOf(draft),
    roles: words(said.get('roles')),
    applicability: said.get('offered')?.[0] ?? null,
    besideId: said.get('beside')?.[0] ?? null,
  }
}

function itemOf(draft: Draft): PlanItem {
  const { id, kind, said } = draft
  if (kind === 'case') throw new TypeError('a case is no item')
  const timer = said.get('at')?.[0]
  const [from, transition] = words(said.get('from'))
  const rule = (name: string) => (said.has(name) ? said.get(name)?.[0] || 'true' : null)
  const work = {
    ...NO_WORK,
    otherThan: words(said.get('other')),
    inputs: mappings(said.get('in')),
    outputs: mappings(said.get('out')),
  }
  return planItem(kind, id, {
    ...{ entry: sentries(draft, 'enter'), exit: sentries(draft, 'exit') },
    ...{ manualActivation: rule('manual'), required: rule('required'), repetition: rule('repeat') },
    isBlocking: !said.has('nonblocking'),
    content: kind === 'stage' ? contentOf(draft) : null,
    work: JSON.stringify(work) === JSON.stringify(NO_WORK) ? null : work,
    timer:
      timer === undefined
        ? null
        : {
            expression: timer,
            from: from ? { sourceId: from, transition: transition as PlanItemTransition } : null,
          },
  })
}

function words(said: readonly string[] | undefined): readonly string[] {
  return (said ?? []).flatMap((part) => part.split(/[\s,]+/)).filter((word) => word !== '')
}

function mappings(said: readonly string[] | undefined): PlanItemWork['inputs'] {
  return (said ?? []).map((part) => {
    const [target = '', source = ''] = part.split('=').map((side) => side.trim())
    return { source, target }
  })
}

function sentries({ id, said }: Draft, side: 'enter' | 'exit'): readonly Sentry[] {
  return (said.get(side) ?? []).map((written, place) => {
    const [, name, events = '', question] =
      /^(?:as (\S+) ?)?(?:on (.*?))?(?:(?:^| )if (.*))?$/.exec(written) ?? []
    return {
      ...{ id: name ?? `${id}.${side}${place + 1}`, name: '' },
      onParts: events
        .split('+')
        .filter((part) => part.trim() !== '')
        .map(onPart),
      ifPart: question ?? null,
    }
  })
}

function onPart(written: string): OnPart {
  const [first = '', second = '', third = '', fourth = null] = written.trim().split(/\s+/)
  // The transitions of a test are right, or its plan cannot be compiled.
  if (first === 'file') return { on: 'file', sourceId: second, transition: third as CaseFileTransition }
  const transition = second as PlanItemTransition
  return { on: 'plan', sourceId: first, transition, exitCriterionId: third === 'by' ? fourth : null }
}
