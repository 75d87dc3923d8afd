import { refuse } from './refused.ts'

/**
 * Goes on unless the caller named a version that the thing has left behind.
 *
 * @throws Refused with `platform.version_old`
 */
export function checkVersion(
  thing: { readonly version: number; readonly what: string },
  input: { readonly version?: number | undefined },
  index: number,
): void {
  const { version: expected } = input
  if (expected === undefined || expected === thing.version) return
  refuse('platform.version_old', { what: thing.what, expected, actual: thing.version }, index)
}
