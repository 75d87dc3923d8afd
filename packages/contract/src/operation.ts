import type { z } from 'zod'
import type { RefusalCode } from './refusals.ts'
import type { Route } from './routes/index.ts'

/**
 * What a person must be allowed to do. The first group is asked of the organisation, the second of
 * the containers that hold what the operation touches; `session` only asks for a signed-in person,
 * and `anyone` for nobody in particular.
 */
export type Permission =
  | 'anyone'
  | 'session'
  | 'organisation.read'
  | 'organisation.manage'
  | 'people.manage'
  | 'practice.manage'
  | 'container.create'
  | 'import.run'
  | 'container.read'
  | 'item.comment'
  | 'item.write'
  | 'container.manage'

/** One thing Millrace can be asked, declared once for route, reference, client and command line. */
export type Operation<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly id: string
  readonly route: Route
  readonly summary: string
  readonly permission: Permission
  readonly input: Input
  readonly output: Output
  /** The media types of the answer, when it is a file; `output` is then empty. */
  readonly media?: readonly string[]
  readonly refusals: readonly RefusalCode[]
}

/** Declares an operation, keeping the exact schema types. */
export function operation<Input extends z.ZodType, Output extends z.ZodType>(
  declared: Operation<Input, Output>,
): Operation<Input, Output> {
  return declared
}

/** JSON as it is handed around: nobody changes it. */
export type Frozen<Value> = Value extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value

/** What callers send to an operation. */
export type InputOf<Op> = Op extends Operation<infer Input, z.ZodType> ? Frozen<z.input<Input>> : never
/** What the operation receives after defaults were filled in. */
export type ParsedInputOf<Op> = Op extends Operation<infer Input, z.ZodType> ? Frozen<z.output<Input>> : never
/** What the operation answers. */
export type OutputOf<Op> = Op extends Operation<z.ZodType, infer Output> ? Frozen<z.output<Output>> : never
