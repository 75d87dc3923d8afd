import { withoutFields, withoutItems } from '@millrace/core/work'
import { type Db, inTransaction } from '../db/transaction.ts'
import { behindWall, hiddenItems } from './behind-wall.ts'
import { parseInput } from './parse-input.ts'
import { isContainerPermission, mayInOrganisation, type Principal } from './principal.ts'
import { refuse } from './refused.ts'
import type { Registry } from './registry.ts'
import type { OrganisationFacts } from './unit.ts'

/** Answers a question, in a transaction that sees one moment and one organisation. */
export async function ask(
  deps: { readonly db: Db; readonly registry: Registry },
  request: {
    readonly principal: Principal
    readonly name: string
    readonly input: unknown
    readonly organisation?: OrganisationFacts
  },
): Promise<unknown> {
  const query = deps.registry.queries.get(request.name)
  if (!query) refuse('platform.not_found', { what: `question ${request.name}` })
  const { principal, organisation } = request
  const { permission } = query.operation
  if (!isContainerPermission(permission) && !mayInOrganisation(principal, permission)) {
    refuse('platform.not_allowed', { permission })
  }
  const input = parseInput(query.operation, request.input)
  const organisationId = principal.organisationId
  const answer = await inTransaction(deps.db, organisationId, async (tx) => {
    const asking = await behindWall(tx, principal)
    const context = { tx, organisationId, principal: asking, now: Date.now(), organisation }
    return withoutItems(await query.run(context, input), hiddenItems(asking.access))
  })
  return withoutFields(answer, principal.access.fields.hidden)
}
