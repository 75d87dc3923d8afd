import {
  CASE_FILE_TRANSITIONS,
  type CaseFileItem,
  type CaseModel,
  type CaseStageContent,
  PLAN_ITEM_TRANSITIONS,
  type PlanItem,
  type PlanItemKind,
  type PlanItemWork,
  type Sentry,
} from '@millrace/core/case'
import fc from 'fast-check'

const anyText = fc.constantFrom('Visit', 'Gutachten „Nord“', 'a < b & c > "d"', 'two\nlines', 'ok')
const anyMaybe = fc.option(anyText, { nil: null })
const anyRule = fc.option(fc.constantFrom('true', 'amount > 10', 'status = "a & b" and x < 3'), { nil: null })
const anyMinutes = fc.option(fc.nat(5000), { nil: null })
const KINDS: readonly PlanItemKind[] = [
  ...(['humanTask', 'processTask', 'caseTask', 'decisionTask', 'task'] as const),
  ...(['milestone', 'userListener', 'timerListener', 'stage'] as const),
]
const OCCURRENCES: readonly PlanItemKind[] = ['milestone', 'userListener', 'timerListener']

const anyMappings = fc.array(fc.record({ source: anyText, target: fc.constantFrom('a', 'b') }), {
  maxLength: 2,
})
const anyWork: fc.Arbitrary<PlanItemWork> = fc.record({
  ...{ teamId: anyMaybe, responsibleId: anyMaybe, role: fc.constant('Adjuster'), practice: anyMaybe },
  ...{ artifact: anyMaybe, formKey: anyMaybe, effortMin: anyMinutes, expectedMin: anyMinutes },
  otherThan: fc.constantFrom([], ['i1'], ['i1', 'i2']),
  ...{ reference: fc.constant(null), inputs: anyMappings, outputs: anyMappings },
})

type Raw = {
  readonly kind: PlanItemKind
  readonly texts: readonly [string, string]
  readonly rules: readonly (string | null)[]
  readonly entry: readonly RawSentry[]
  readonly exit: readonly RawSentry[]
  readonly isBlocking: boolean
  readonly work: PlanItemWork | null
  readonly reference: string | null
  readonly place: 'plan' | 'table' | 'beside'
  readonly roles: readonly string[]
  readonly inner: readonly Raw[]
  readonly isAuto: boolean
}
type RawSentry = {
  readonly name: string
  readonly parts: readonly { readonly isFile: boolean; readonly pick: number; readonly by: boolean }[]
  readonly rule: string | null
}

const anySentry: fc.Arbitrary<RawSentry> = fc.record({
  name: fc.constantFrom('', 'Ready'),
  parts: fc.array(fc.record({ isFile: fc.boolean(), pick: fc.nat(500), by: fc.boolean() }), { maxLength: 3 }),
  rule: anyRule,
})

function anyRaw(depth: number): fc.Arbitrary<Raw> {
  return fc.record({
    kind: fc.constantFrom(...(depth === 0 ? KINDS.slice(0, -1) : KINDS)),
    texts: fc.tuple(fc.oneof(fc.constant(''), anyText), fc.oneof(fc.constant(''), anyText)),
    rules: fc.array(anyRule, { minLength: 4, maxLength: 4 }),
    entry: fc.array(anySentry, { maxLength: 2 }),
    exit: fc.array(anySentry, { maxLength: 1 }),
    isBlocking: fc.boolean(),
    work: fc.option(anyWork, { nil: null }),
    reference: anyMaybe,
    place: fc.constantFrom('plan', 'plan', 'table', 'beside'),
    roles: fc.constantFrom([], ['lead'], ['lead', 'Second pair of eyes']),
    inner: depth === 0 ? fc.constant([]) : fc.array(anyRaw(depth - 1), { maxLength: 3 }),
    isAuto: fc.boolean(),
  })
}

/** Any plan, whether it can be executed or not, as long as CMMN has words for it. */
export const anyCase: fc.Arbitrary<CaseModel> = fc
  .record({ raws: fc.array(anyRaw(2), { maxLength: 5 }), exit: anySentry, isAuto: fc.boolean() })
  .map(({ raws, exit, isAuto }) => {
    const maker = new Maker()
    return {
      ...{ id: 'claim', name: 'Claim & Co', description: 'What it is\nabout' },
      root: maker.content(raws, isAuto),
      exit: [maker.sentry(exit)],
      roles: ['lead', 'Second pair of eyes'],
      file: FILE,
    }
  })

const FILE: readonly CaseFileItem[] = [
  {
    ...{ id: 'f1', name: 'Policy', kind: 'folder', isMany: true, isRequired: true, variable: 'policy' },
    children: [
      { id: 'f2', name: '', kind: 'document', isMany: false, isRequired: true, variable: '', children: [] },
    ],
  },
  { id: 'f3', name: 'Cost', kind: 'data', isMany: false, isRequired: false, variable: 'cost', children: [] },
]

class Maker {
  #count = 0

  content(raws: readonly Raw[], autoComplete: boolean): CaseStageContent {
    const made = raws.map((raw) => ({ raw, item: this.#item(raw) }))
    const items = made.filter(({ raw }) => raw.place === 'plan').map(({ item }) => item)
    const host = items.find(({ kind }) => kind === 'humanTask')?.id ?? null
    const besideOf = (raw: Raw) => (raw.place === 'beside' ? host : null)
    const table = made.filter(({ raw }) => raw.place !== 'plan')
    const inOrder = [
      ...table.filter(({ raw }) => besideOf(raw) === null),
      ...table.filter(({ raw }) => besideOf(raw) !== null),
    ]
    const discretionary = inOrder.map(({ raw, item }) => ({
      ...{ item, roles: raw.roles, applicability: raw.rules[3] ?? null, besideId: besideOf(raw) },
    }))
    return { items, autoComplete, discretionary }
  }

  sentry({ name, parts, rule }: RawSentry): Sentry {
    return {
      ...{ id: `c${this.#count++}`, name, ifPart: rule },
      onParts: parts.map(({ isFile, pick, by }) => {
        if (isFile)
          return {
            on: 'file',
            sourceId: `f${(pick % 3) + 1}`,
            transition: CASE_FILE_TRANSITIONS[pick % CASE_FILE_TRANSITIONS.length] ?? 'create',
          }
        return {
          on: 'plan',
          sourceId: pick % 5 === 0 ? 'claim' : `i${pick % 9}`,
          transition: PLAN_ITEM_TRANSITIONS[pick % PLAN_ITEM_TRANSITIONS.length] ?? 'create',
          exitCriterionId: by ? `c${pick % 4}` : null,
        }
      }),
    }
  }

  #item(raw: Raw): PlanItem {
    const { kind, rules } = raw
    const [name, description] = raw.texts
    const isOccurrence = OCCURRENCES.includes(kind)
    const isBegun = kind === 'processTask' || kind === 'caseTask' || kind === 'decisionTask'
    return {
      ...{ id: `i${this.#count++}`, name, description, kind },
      ...{ entry: raw.entry.map((one) => this.sentry(one)), exit: raw.exit.map((one) => this.sentry(one)) },
      ...{ manualActivation: rules[0] ?? null, required: rules[1] ?? null, repetition: rules[2] ?? null },
      ...{
        isBlocking: raw.isBlocking,
        content: kind === 'stage' ? this.content(raw.inner, raw.isAuto) : null,
      },
      work: isOccurrence ? null : raw.work && { ...raw.work, reference: isBegun ? raw.reference : null },
      timer:
        kind === 'timerListener'
          ? { expression: 'P3D', from: raw.isAuto ? { sourceId: 'i1', transition: 'complete' } : null }
          : null,
    }
  }
}
