import type { CallExpression, Expression, MemberExpression, NewExpression } from 'oxc-parser'
import type { House } from './house.ts'
import { placeOf } from './place.ts'
import { lineAt, type Source, walk } from './source.ts'
import type { Violation } from './violation.ts'

/** Floors that may look at no clock, throw no dice, wait for nothing and remember nothing. */
const PURE = new Set(['core', 'formats', 'contract'])

/** `Date.now` and its like, written as `object.property`. */
const CLOCK_AND_DICE = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
])

/** Clocks, dice, waiting and memory in code that must be a function of its arguments. */
export function checkPurity(house: House, sources: readonly Source[]): Violation[] {
  return sources
    .filter((source) => !source.isTest && PURE.has(placeOf(house, source.path).floor))
    .flatMap((source) => [...findClocks(source), ...findWaiting(source), ...findMemory(source)])
}

function findClocks(source: Source): Violation[] {
  const found: Violation[] = []
  const bark = (start: number, what: string) =>
    found.push({ rule: 'clock-and-dice', file: source.path, line: lineAt(source, start), detail: what })
  const withoutArgument = ({ callee, arguments: given, start }: CallExpression | NewExpression) => {
    if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0) {
      bark(start, 'reads the clock with Date and no argument')
    }
  }
  walk(source, {
    MemberExpression: (node) => {
      const name = memberName(node)
      if (CLOCK_AND_DICE.has(name)) bark(node.start, name)
    },
    NewExpression: withoutArgument,
    CallExpression: withoutArgument,
  })
  return found
}

function memberName({ object, property, computed }: MemberExpression): string {
  const isPlain = !computed && object.type === 'Identifier' && property.type === 'Identifier'
  return isPlain ? `${object.name}.${property.name}` : ''
}

function findWaiting(source: Source): Violation[] {
  const found: Violation[] = []
  const bark = (start: number, what: string) =>
    found.push({ rule: 'waiting', file: source.path, line: lineAt(source, start), detail: what })
  const ifAsync = (node: { readonly async: boolean; readonly start: number }) => {
    if (node.async) bark(node.start, 'async function')
  }
  walk(source, {
    FunctionDeclaration: ifAsync,
    FunctionExpression: ifAsync,
    ArrowFunctionExpression: ifAsync,
    AwaitExpression: ({ start }) => bark(start, 'await'),
    Identifier: ({ name, start }) => {
      if (name === 'Promise' || name === 'queueMicrotask' || name === 'setTimeout') bark(start, name)
    },
  })
  return found
}

/** Module-level variables that can change: `let`, `var`, and empty collections made to be filled. */
function findMemory(source: Source): Violation[] {
  return source.program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declaration?.type !== 'VariableDeclaration') return []
    const line = lineAt(source, declaration.start)
    return declaration.declarations.flatMap(({ init, id }) => {
      const name = id.type === 'Identifier' ? id.name : 'variable'
      if (declaration.kind !== 'const') {
        return [
          {
            rule: 'memory',
            file: source.path,
            line,
            detail: `${declaration.kind} ${name} outlives the call`,
          },
        ]
      }
      if (!isEmptyCollection(init)) return []
      return [
        { rule: 'memory', file: source.path, line, detail: `${name} starts empty and can only be filled` },
      ]
    })
  })
}

function isEmptyCollection(init: Expression | null): boolean {
  if (init?.type !== 'NewExpression' || init.callee.type !== 'Identifier') return false
  return /^(?:Weak)?(?:Map|Set)$/.test(init.callee.name) && init.arguments.length === 0
}
