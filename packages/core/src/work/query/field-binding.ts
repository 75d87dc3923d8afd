import type { Result } from '../../kernel/index.ts'
import type { BoundNode, OrderComparison } from './bound-query.ts'
import type { QueryValue } from './query.ts'

/** How a field takes values. A way that is missing is a comparison the field does not know. */
export type FieldBinding = {
  /** One of the values. */
  readonly equals?: (values: readonly QueryValue[]) => Result<BoundNode>
  /** The text, or a name, contains the value. */
  readonly contains?: (value: QueryValue) => Result<BoundNode>
  readonly compare?: (comparison: OrderComparison, value: QueryValue) => Result<BoundNode>
  /** The field has no value. */
  readonly empty?: BoundNode
}
