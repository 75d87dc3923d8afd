import type { TypeExpression } from '../syntax/expression.ts'
import { builtInType } from '../values/type.ts'
import type { FeelType } from '../values/value.ts'

/** The type that a text of FEEL names; one that is not known has no instances. */
export function resolveType(
  type: TypeExpression,
  findType: (name: string) => FeelType | undefined,
): FeelType {
  switch (type.kind) {
    case 'named':
      return findType(type.name) ?? builtInType(type.name) ?? { kind: 'unknown', name: type.name }
    case 'list':
    case 'range':
      return { kind: type.kind, of: resolveType(type.of, findType) }
    case 'context': {
      const components = type.entries.map((entry) => [entry.name, resolveType(entry.type, findType)] as const)
      return { kind: 'context', components: new Map(components) }
    }
    case 'function': {
      const parameters = type.parameters.map((parameter) => resolveType(parameter, findType))
      return { kind: 'function', parameters, result: resolveType(type.result, findType) }
    }
  }
}
