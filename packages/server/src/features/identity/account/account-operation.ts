import type { Operation, OutputOf, ParsedInputOf } from '@millrace/contract'
import { refuse } from '../../../platform/commands/index.ts'
import { parseInput } from '../../../platform/commands/parse-input.ts'
import type { Db } from '../../../platform/db/transaction.ts'
import type { SignedIn } from '../queries/find-session.ts'

/** What an operation that anybody may ask for works with. */
export type VisitorContext = {
  readonly db: Db
  readonly user: SignedIn | null
  readonly now: number
  /** Where the request comes from, to count attempts by. */
  readonly address: string
  /** The address under which the server was asked, such as `https://mill.example.org`. */
  readonly ownOrigin: string
}

/** What an operation of a signed-in user works with. */
export type AccountContext = VisitorContext & { readonly user: SignedIn }

/** An operation outside any organisation: of a user, who may belong to many or to none, or of anybody. */
export type AccountOperation = {
  readonly operation: Operation
  /** @throws Refused when the input or the operation is refused */
  readonly run: (context: VisitorContext, input: unknown) => Promise<unknown>
}

/** Binds an operation to the function that carries it out for a signed-in user. */
export function accountOperation<Op extends Operation>(
  operation: Op,
  run: (context: AccountContext, input: ParsedInputOf<Op>) => Promise<OutputOf<Op>>,
): AccountOperation {
  return visitorOperation(operation, async ({ user, ...context }, input) =>
    user ? await run({ ...context, user }, input) : refuse('platform.not_signed_in'),
  )
}

/** Binds an operation to the function that carries it out for anybody, checking both types against each other. */
export function visitorOperation<Op extends Operation>(
  operation: Op,
  run: (context: VisitorContext, input: ParsedInputOf<Op>) => Promise<OutputOf<Op>>,
): AccountOperation {
  return {
    operation,
    // Parsed by the operation's own schema.
    run: (context, input) => run(context, parseInput(operation, input) as ParsedInputOf<Op>),
  }
}
