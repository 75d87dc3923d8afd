import type {
  BoxedExpression,
  DecisionTable,
  DmnModel,
  FeelText,
  ItemDefinition,
} from '@millrace/core/decision'
import fc from 'fast-check'

const name = fc.stringMatching(/^[A-Za-zÄ<&">][A-Za-z0-9<&"'> ]{0,6}[A-Za-z0-9<&"'>]$/).map(spaced)
const feel = fc.string({ unit: 'grapheme', maxLength: 12 }).map(readable)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const typeRef = maybe(fc.constantFrom('number', 'string', 'tWind'))
const text = feel.map((of): FeelText => ({ text: of, line: 0 }))

function spaced(written: string): string {
  return written.replace(/\s+/g, ' ')
}

/** What XML keeps as it is: no half signs, none that it forbids. */
function readable(written: string): string {
  return written.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}

const literal = fc.record({
  kind: fc.constant('literal' as const),
  typeRef,
  line: fc.constant(0),
  text,
  language: maybe(fc.constant('FEEL')),
})

const rule = (inputs: number, outputs: number) =>
  fc.record({
    id: maybe(fc.constantFrom('r1', 'r2')),
    inputs: fc.array(text, { minLength: inputs, maxLength: inputs }),
    outputs: fc.array(text, { minLength: outputs, maxLength: outputs }),
    annotations: fc.array(
      feel.map((of) => of.trim()),
      { maxLength: 2 },
    ),
    line: fc.constant(0),
  })

/** Tables with up to three inputs, two outputs and five rules. */
export const randomTable: fc.Arbitrary<DecisionTable> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
  .chain(([inputs, outputs]) =>
    fc.record({
      kind: fc.constant('decision-table' as const),
      typeRef,
      line: fc.constant(0),
      hitPolicy: fc.constantFrom('UNIQUE', 'FIRST', 'COLLECT', 'RULE ORDER'),
      aggregation: maybe(fc.constantFrom('SUM', 'MAX')),
      inputs: fc.array(
        fc.record({ label: maybe(name), expression: text, typeRef, allowedValues: maybe(text) }),
        { minLength: inputs, maxLength: inputs },
      ),
      outputs: fc.array(
        fc.record({
          ...{ name: maybe(name), label: maybe(name), typeRef },
          ...{ allowedValues: maybe(text), defaultValue: maybe(text) },
        }),
        { minLength: outputs, maxLength: outputs },
      ),
      annotations: fc.array(name, { maxLength: 2 }),
      rules: fc.array(rule(inputs, outputs), { maxLength: 5 }),
    }),
  )

const { boxed } = fc.letrec<{ boxed: BoxedExpression }>((tie) => {
  const base = { typeRef, line: fc.constant(0) }
  const inner = tie('boxed')
  return {
    boxed: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      literal,
      randomTable,
      fc.record({
        ...{ kind: fc.constant('context' as const), ...base },
        entries: fc.array(fc.record({ name: maybe(name), typeRef, value: inner }), { maxLength: 3 }),
      }),
      fc.record({
        ...{ kind: fc.constant('invocation' as const), ...base, callee: inner },
        bindings: fc.array(fc.record({ name, value: maybe(inner) }), { maxLength: 2 }),
      }),
      fc.record({
        ...{ kind: fc.constant('function' as const), ...base, body: maybe(inner) },
        language: fc.constantFrom('FEEL' as const, 'Java' as const),
        parameters: fc.array(fc.record({ name, typeRef }), { maxLength: 2 }),
      }),
      fc.record({
        ...{ kind: fc.constant('relation' as const), ...base, columns: fc.array(name, { maxLength: 2 }) },
        rows: fc.array(fc.array(inner, { maxLength: 2 }), { maxLength: 2 }),
      }),
      fc.record({
        ...{ kind: fc.constant('list' as const), ...base, items: fc.array(inner, { maxLength: 3 }) },
      }),
      fc.record({
        ...{ kind: fc.constant('conditional' as const), ...base },
        ...{ condition: inner, consequent: inner, alternative: inner },
      }),
      fc.record({ kind: fc.constant('filter' as const), ...base, source: inner, match: inner }),
      fc.record({
        ...{ kind: fc.constantFrom('for' as const, 'some' as const, 'every' as const), ...base },
        ...{ variable: name, source: inner, body: inner },
      }),
    ),
  }
})

const { definition } = fc.letrec<{ definition: ItemDefinition }>((tie) => ({
  definition: fc.record({
    ...{ name, typeRef, isCollection: fc.boolean(), line: fc.constant(0) },
    components: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie('definition'), { maxLength: 2 })),
    ...{ allowedValues: maybe(text), typeConstraint: maybe(text) },
    functionItem: maybe(
      fc.record({
        parameters: fc.array(fc.record({ name, typeRef }), { maxLength: 2 }),
        resultRef: typeRef,
      }),
    ),
  }),
}))

const element = (id: string) => ({ id: fc.constant(id), name, typeRef, line: fc.constant(0) })

/** Models with everything that the reader knows. */
export const randomModel: fc.Arbitrary<DmnModel> = fc.record({
  ...{ name, namespace: fc.constant('urn:here') },
  imports: fc.constantFrom([], [{ name: 'far', namespace: 'urn:far' }]),
  itemDefinitions: fc.array(definition, { maxLength: 2 }),
  inputData: fc.tuple(fc.record(element('i1'))),
  decisions: fc.tuple(
    fc.record({
      ...element('d1'),
      requires: fc.constantFrom([], ['#i1'], ['#i1', 'urn:far#x', '#k1']),
      expression: maybe(boxed),
    }),
  ),
  businessKnowledge: fc.tuple(
    fc.record({
      ...element('k1'),
      requires: fc.constant([]),
      logic: maybe(
        fc.record({
          ...{ kind: fc.constant('function' as const), typeRef, line: fc.constant(0), body: maybe(boxed) },
          language: fc.constant('FEEL' as const),
          parameters: fc.array(fc.record({ name, typeRef }), { maxLength: 2 }),
        }),
      ),
    }),
  ),
  services: fc.tuple(
    fc.record({
      ...element('s1'),
      outputDecisions: fc.constant(['#d1']),
      encapsulatedDecisions: fc.constant([]),
      inputDecisions: fc.constant([]),
      inputData: fc.constantFrom([], ['#i1']),
    }),
  ),
})

/** A model without the lines of its file. */
export function withoutLines(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'line' ? undefined : part)))
}
