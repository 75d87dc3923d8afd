import type { Tx } from '../db/transaction.ts'
import type { ExecuteDeps } from './execute.ts'
import { runInTime } from './run-in-time.ts'
import type { Unit } from './unit.ts'
import { wakeAt } from './wake-at.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'
/** What others have in hand is left to them; looked at again shortly, should they fail. */
const LEFT_MS = 1_000

/** Things of an organisation whose time comes, one after the other. */
export type DueLine = {
  /** The kind of job by which a worker is woken for them. */
  readonly kind: string
  /** So many go on in one transaction: more of them would only hold their locks longer. */
  readonly atOnce: number
  /** The ids of what has come due and is in nobody's hands. */
  readonly claim: (
    tx: Tx,
    organisationId: string,
    of: { readonly now: number; readonly limit: number },
  ) => Promise<readonly string[]>
  readonly carry: (unit: Unit, ids: readonly string[]) => Promise<void>
  /** When the next of them is due; null: nothing is waited for. */
  readonly next: (tx: Tx, organisationId: string) => Promise<number | null>
}

/** Carries out what is due in an organisation, set by set, and asks to be woken for what comes next. */
export async function drainDue(
  deps: ExecuteDeps,
  line: DueLine,
  of: { readonly organisationId: string; readonly signal: AbortSignal },
): Promise<void> {
  const { organisationId, signal } = of
  for (let isMore = true; isMore; ) {
    signal.throwIfAborted()
    await runInTime(deps, { organisationId, personId: NOBODY }, async (unit) => {
      const ids = await line.claim(unit.tx, organisationId, { now: unit.now, limit: line.atOnce })
      if (ids.length > 0) await line.carry(unit, ids)
      isMore = ids.length === line.atOnce
      if (!isMore) await wakeForNext(unit, line)
    })
  }
}

/** Wakes a worker for the next that is due; also for what is due already, should nobody have been woken for it. */
export async function wakeForNext(unit: Unit, { kind, next }: Pick<DueLine, 'kind' | 'next'>): Promise<void> {
  const at = await next(unit.tx, unit.organisationId)
  await wakeAt(unit, kind, at === null ? null : Math.max(at, unit.now + LEFT_MS))
}
