import type { Operation, OutputOf, ParsedInputOf } from '@millrace/contract'
import { parseInput } from '../../../platform/commands/parse-input.ts'
import type { Db } from '../../../platform/db/transaction.ts'
import type { SignedIn } from '../queries/find-session.ts'

/** What an operation outside any organisation works with. */
export type AccountContext = { readonly db: Db; readonly user: SignedIn; readonly now: number }

/** An operation of a signed-in user, who may belong to many organisations or to none. */
export type AccountOperation = {
  readonly operation: Operation
  /** @throws Refused when the input or the operation is refused */
  readonly run: (context: AccountContext, input: unknown) => Promise<unknown>
}

/** Binds an operation to the function that carries it out, checking both types against each other. */
export function accountOperation<Op extends Operation>(
  operation: Op,
  run: (context: AccountContext, input: ParsedInputOf<Op>) => Promise<OutputOf<Op>>,
): AccountOperation {
  return {
    operation,
    // Parsed by the operation's own schema.
    run: (context, input) => run(context, parseInput(operation, input) as ParsedInputOf<Op>),
  }
}
