/**
 * By what a service may tell that it is asked for the same thing once more: the same over all attempts, also those
 * after a repair; another one for each round of a loop.
 */
export function idempotencyKeyOf(
  instanceId: string,
  token: { readonly id: number; readonly rounds: number },
): string {
  return `${instanceId}-${token.id}-${token.rounds}`
}
