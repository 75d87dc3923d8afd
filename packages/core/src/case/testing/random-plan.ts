import fc from 'fast-check'
import {
  type CaseCommand,
  type CaseModel,
  type CasePlanState,
  compileCase,
  type OnPart,
  type PlanItem,
  type PlanItemKind,
  type PlanItemState,
  type PlanItemTransition,
  type Sentry,
} from '../index.ts'
import { compileQuestion } from './case-walk.ts'
import { planItem, planOf } from './plan-text.ts'

type Shape = {
  readonly kind: 'humanTask' | 'task' | 'stage' | 'milestone' | 'userListener'
  readonly flags: number
  readonly dice: readonly number[]
  readonly inner: readonly Shape[]
}

function anyShape(depth: number): fc.Arbitrary<Shape> {
  return fc.record({
    kind: fc.constantFrom('humanTask', 'humanTask', 'task', 'stage', 'milestone', 'userListener'),
    flags: fc.nat(1023),
    dice: fc.array(fc.nat(999), { minLength: 8, maxLength: 8 }),
    inner: depth === 0 ? fc.constant([]) : fc.array(anyShape(depth - 1), { maxLength: 4 }),
  })
}

/** Any plan that can be executed: nested, with criteria across stages, repetition and planning tables. */
export const anyPlan: fc.Arbitrary<CaseModel> = fc
  .record({
    shapes: fc.array(anyShape(2), { minLength: 3, maxLength: 8, size: 'max' }),
    isAuto: fc.constantFrom(true, false, false),
    dice: fc.array(fc.nat(999), { minLength: 8, maxLength: 8 }),
  })
  .map(({ shapes, isAuto, dice }) => {
    const names: Named[] = []
    const drafts = shapes.map((one) => draftOf(one, names))
    const content = contentOf(drafts, isAuto, names)
    const exit = (dice[0] ?? 0) % 8 === 0 ? [sentryOf('case.exit', dice, names)] : []
    const file = [
      { id: 'F', name: 'F', kind: 'document', isMany: false, isRequired: false, variable: '', children: [] },
    ] as const
    return mended({ ...planOf([]), root: content, exit, file })
  })

type Named = { readonly id: string; readonly kind: PlanItemKind }
type Draft = { readonly shape: Shape; readonly id: string; readonly inner: readonly Draft[] }

function draftOf(shape: Shape, names: Named[]): Draft {
  const isStage = shape.kind === 'stage' && shape.inner.length > 0
  const kind = shape.kind === 'stage' && !isStage ? 'humanTask' : shape.kind
  const id = `${kind[0]}${names.length}`
  names.push({ id, kind })
  return {
    shape: { ...shape, kind },
    id,
    inner: isStage ? shape.inner.map((one) => draftOf(one, names)) : [],
  }
}

function contentOf(
  drafts: readonly Draft[],
  autoComplete: boolean,
  names: readonly Named[],
): NonNullable<PlanItem['content']> {
  const isTable = ({ shape: { kind, flags } }: Draft) =>
    (flags & 448) === 64 && kind !== 'milestone' && kind !== 'userListener'
  return {
    autoComplete,
    items: drafts.filter((one) => !isTable(one)).map((one) => itemOf(one, names)),
    discretionary: drafts.filter(isTable).map((one) => ({
      item: itemOf(one, names),
      roles: [],
      applicability: one.shape.flags & 512 ? 'x > 1' : null,
      besideId: null,
    })),
  }
}

function itemOf({ shape: { kind, flags, dice }, id, inner }: Draft, names: readonly Named[]): PlanItem {
  const isWork = kind !== 'milestone' && kind !== 'userListener'
  const entries = kind === 'userListener' ? 0 : flags & 1 ? 1 + (flags & 2) / 2 : 0
  const mayRepeat = flags & 4 && (flags & 8 || entries > 0)
  return planItem(kind, id, {
    entry: Array.from({ length: entries }, (_, place) =>
      sentryOf(`${id}.in${place}`, dice.slice(place), names),
    ),
    exit: isWork && (dice[6] ?? 0) % 5 === 0 ? [sentryOf(`${id}.out`, dice.slice(3), names)] : [],
    manualActivation: isWork && flags & 16 ? (flags & 32 ? 'x > 2' : 'true') : null,
    required: kind !== 'userListener' && flags & 128 ? (flags & 2 ? 'y > 1' : 'true') : null,
    repetition: mayRepeat ? (flags & 256 ? 'true' : 'y < 3') : null,
    isBlocking: kind !== 'task',
    content: kind === 'stage' ? contentOf(inner, Boolean(flags & 32), names) : null,
  })
}

const EVENTS: Readonly<Record<'work' | 'occurrence', readonly PlanItemTransition[]>> = {
  work: [
    ...(['complete', 'complete', 'complete', 'start', 'start', 'exit', 'terminate', 'create'] as const),
    'enable',
    'fault',
    'suspend',
  ],
  occurrence: ['occur', 'occur', 'occur', 'terminate', 'create', 'parentTerminate'],
}

function sentryOf(id: string, dice: readonly number[], names: readonly Named[]): Sentry {
  const [first = 0, second = 0, third = 0, question = 0] = dice
  const onParts: OnPart[] = []
  if (first % 6 !== 0) onParts.push(partOf(first, names))
  if (second % 4 === 0) onParts.push(partOf(third, names))
  const ifPart = question % 4 === 0 || onParts.length === 0 ? `x > ${question % 4}` : null
  return { id, name: '', onParts, ifPart }
}

function partOf(dice: number, names: readonly Named[]): OnPart {
  if (dice % 7 === 0) return { on: 'file', sourceId: 'F', transition: dice % 3 === 0 ? 'create' : 'update' }
  const { id, kind } = names[dice % names.length] ?? { id: '', kind: 'task' }
  const events = EVENTS[kind === 'milestone' || kind === 'userListener' ? 'occurrence' : 'work']
  const transition = events[Math.trunc(dice / names.length) % events.length] ?? 'create'
  return { on: 'plan', sourceId: id, transition, exitCriterionId: null }
}

/** What cannot be executed is taken away, until everything can. */
function mended(model: CaseModel): CaseModel {
  const compiled = compileCase(model, compileQuestion)
  if (compiled.ok) return model
  const at = new Map(compiled.faults.map((fault) => [fault.at, fault.kind]))
  return mended({ ...model, root: mendedContent(model.root, at) })
}

function mendedContent(content: CaseModel['root'], faults: ReadonlyMap<string, string>): CaseModel['root'] {
  const mend = (item: PlanItem): PlanItem => ({
    ...item,
    ...(faults.get(item.id) === 'never' ? { entry: [] } : {}),
    ...(faults.has(item.id) ? { repetition: null } : {}),
    content: item.content && mendedContent(item.content, faults),
  })
  return {
    ...content,
    items: content.items.map(mend),
    discretionary: content.discretionary.map((one) => ({ ...one, item: mend(one.item) })),
  }
}

/** What somebody says, before it is known to whom. */
export type Saying = { readonly what: number; readonly pick: number; readonly value: number }

/** Things that people say one after the other. */
export const anySayings: fc.Arbitrary<readonly Saying[]> = fc.array(
  fc.record({ what: fc.nat(99), pick: fc.nat(999), value: fc.nat(4) }),
  { minLength: 12, maxLength: 40, size: 'max' },
)

const FITTING: Readonly<Partial<Record<PlanItemState, readonly string[]>>> = {
  available: ['occur', 'occur', 'occur', 'suspend', 'terminate'],
  enabled: ['manualStart', 'manualStart', 'disable'],
  disabled: ['reenable'],
  active: ['complete', 'complete', 'complete', 'complete', 'terminate'],
  suspended: ['resume'],
  failed: ['reactivate'],
}

const ANYTHING = [...Object.values(FITTING).flat(), 'suspend', 'fault', 'fault']

const WHOLE = [
  ...['suspendCase', 'resumeCase', 'resumeCase', 'completeCase', 'terminateCase', 'reactivateCase'],
  ...['reactivateCase', 'faultCase', 'closeCase'],
] as const

/** Makes a command of what somebody says: mostly one that fits, sometimes any. */
export function commandOf(
  { what, pick, value }: Saying,
  state: CasePlanState,
  model: CaseModel,
): CaseCommand {
  // Kinds come from the lists above.
  if (what < 3 || (state.state !== 'active' && pick % 2 === 0))
    return { kind: WHOLE[pick % WHOLE.length] } as CaseCommand
  if (what < 20) return { kind: 'change', values: { [pick % 2 ? 'x' : 'y']: value } }
  if (what < 28) {
    const transition = (['create', 'update', 'delete', 'update'] as const)[value % 4] ?? 'create'
    return { kind: 'file', fileItemId: 'F', transition }
  }
  if (what < 38) return planning(pick, state, model)
  const open = state.items.filter((row) => row.state in FITTING)
  const row = (what < 92 ? open : state.items)[
    pick % Math.max(1, what < 92 ? open.length : state.items.length)
  ]
  const kinds = what < 80 ? (FITTING[row?.state ?? 'active'] ?? []) : ANYTHING
  const kind = kinds[value % Math.max(1, kinds.length)] ?? 'complete'
  const more = kind === 'fault' ? { text: '' } : { values: value > 2 ? { x: value } : {} }
  return { kind, itemId: row?.id ?? 1, ...more } as CaseCommand
}

function planning(pick: number, state: CasePlanState, model: CaseModel): CaseCommand {
  const tables = [
    { id: 0, content: model.root },
    ...state.items.flatMap((row) => {
      const content = contentIn(model.root, row.defId)
      return content ? [{ id: row.id, content }] : []
    }),
  ].filter(({ content }) => content.discretionary.length > 0)
  const table = tables[pick % Math.max(1, tables.length)]
  const options = table?.content.discretionary ?? []
  const defId = options[pick % Math.max(1, options.length)]?.item.id ?? 'none'
  return { kind: 'plan', defId, stageId: table?.id ?? 0 }
}

function contentIn(content: CaseModel['root'], id: string): CaseModel['root'] | null {
  for (const item of [...content.items, ...content.discretionary.map((one) => one.item)]) {
    if (item.content === null) continue
    const found = item.id === id ? item.content : contentIn(item.content, id)
    if (found) return found
  }
  return null
}
