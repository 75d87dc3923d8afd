import fc from 'fast-check'
import { WORDS } from './query-world.ts'

type Sources = {
  readonly number: string
  readonly money: string
  readonly text: string
  readonly date: string
  readonly yesNo: string
  readonly person: string
}

const one = (...texts: readonly string[]) => fc.constantFrom(...texts)
const both = (a: fc.Arbitrary<string>, sign: fc.Arbitrary<string>, b: fc.Arbitrary<string>) =>
  fc.tuple(a, sign, b).map(([left, between, right]) => `(${left} ${between} ${right})`)
const call = (name: fc.Arbitrary<string>, ...args: readonly fc.Arbitrary<string>[]) =>
  fc.tuple(name, ...args).map(([called, ...given]) => `${called}(${given.join(', ')})`)
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`

/** Formulas of every type on the fields of the query world, written as people write them. */
export const randomFormulas = fc.letrec<Sources>((tie) => {
  const amount = fc.oneof(tie('number'), tie('money'))
  const condition = tie('yesNo')
  const choose = (of: fc.Arbitrary<string>) =>
    fc.oneof(call(one('if'), condition, of, of), call(one('if'), condition, of), call(one('ifEmpty'), of, of))
  const extreme = (of: fc.Arbitrary<string>) => call(one('min', 'max'), of, of)
  return {
    number: fc.oneof(
      { maxDepth: 4 },
      one(
        'effort',
        'effortLow',
        'floor',
        'children',
        'childrenDone',
        'priority',
        '0',
        '3',
        '0.1',
        '999999999999999',
        'hugeFloor',
      ),
      both(tie('number'), one('+', '-', '*', '/'), tie('number')),
      both(tie('money'), one('/'), tie('money')),
      both(tie('date'), one('-'), tie('date')),
      call(one('days'), tie('date'), tie('date')),
      call(one('round'), tie('number'), one('0', '1', '2', '6')),
      call(one('round', 'floor', 'ceiling', 'abs'), tie('number')),
      call(one('year', 'month', 'day', 'weekday'), tie('date')),
      tie('number').map((of) => `(-${of})`),
      choose(tie('number')),
      extreme(tie('number')),
    ),
    money: fc.oneof(
      { maxDepth: 4 },
      one('budget', 'costOfDelay'),
      both(tie('money'), one('+', '-'), amount),
      both(tie('money'), one('*', '/'), tie('number')),
      call(one('round'), tie('money'), one('0', '2')),
      call(one('max', 'min'), tie('money'), tie('number')),
      choose(tie('money')),
    ),
    text: fc.oneof(
      { maxDepth: 3 },
      one('title', 'key', 'description', 'state', 'type', 'role', 'practice', 'artifact', 'note', 'hoist'),
      fc.constantFrom(...WORDS).map(quoted),
      both(tie('text'), one('&'), fc.oneof(tie('text'), tie('number'), tie('date'), tie('money'))),
      call(one('join'), tie('text'), tie('number'), tie('text')),
      choose(tie('text')),
    ),
    date: fc.oneof(
      { maxDepth: 3 },
      one(
        'start',
        'due',
        'created',
        'updated',
        'started',
        'finished',
        'stateSince',
        'permitOn',
        'today()',
        '2026-11-30',
      ),
      both(tie('date'), one('+', '-'), tie('number')),
      choose(tie('date')),
      extreme(tie('date')),
    ),
    person: one('responsible', 'accountable', 'requester', 'inspector'),
    yesNo: fc.oneof(
      { maxDepth: 4 },
      one('done', 'open', 'blocked', 'milestone', 'yes', 'no', 'late'),
      both(amount, one('=', '!=', '<', '<=', '>', '>='), amount),
      both(tie('date'), one('=', '<>', '<', '<=', '>', '>='), tie('date')),
      both(tie('text'), one('=', '!='), tie('text')),
      both(tie('person'), one('=', '!='), tie('person')),
      both(condition, one('and', 'or', '='), condition),
      condition.map((of) => `(not ${of})`),
      call(one('contains'), tie('text'), tie('text')),
      call(one('isEmpty'), fc.oneof(tie('text'), amount, tie('date'), tie('person'))),
    ),
  }
})

/** A formula that may be a field's. */
export const anyFormula = fc.oneof(
  randomFormulas.number,
  randomFormulas.money,
  randomFormulas.text,
  randomFormulas.date,
  randomFormulas.yesNo,
)
