import { EVERY_FIELD } from '@millrace/core/work'
import type { ExecuteDeps } from './execute.ts'
import { executeWork, type Work } from './execute-work.ts'
import type { Principal } from './principal.ts'

/** Does what time brings, in one transaction. `personId` is whom it is about, not who does it: nobody does. */
export async function runInTime(
  deps: ExecuteDeps,
  about: { readonly organisationId: string; readonly personId: string },
  work: Work,
): Promise<void> {
  const principal: Principal = {
    ...about,
    userId: null,
    orgRole: 'member',
    access: { version: 0, containers: new Map(), fields: EVERY_FIELD },
    scopes: null,
  }
  await executeWork(deps, { principal, actor: { kind: 'system' } }, work)
}
