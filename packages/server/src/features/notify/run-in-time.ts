import { type ExecuteDeps, executeWork, type Principal, type Work } from '../../platform/commands/index.ts'

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
    access: { version: 0, containers: new Map() },
    scopes: null,
  }
  await executeWork(deps, { principal, actor: { kind: 'system' } }, work)
}
