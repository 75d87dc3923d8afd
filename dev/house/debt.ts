import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Violation } from './violation.ts'

/** A rule known to be broken in a file, and why that is borne for now. */
export type Debt = { readonly rule: string; readonly file: string; readonly reason: string }

const LEDGER = 'dev/house/known-debt.json'

/** The debts on record. The list may only shrink. */
export function readDebts(root: string): Debt[] {
  // A file of ours, reviewed like code.
  return JSON.parse(readFileSync(join(root, LEDGER), 'utf8')) as Debt[]
}

/** Violations that are not on record, and records whose violation is gone. */
export function settle(violations: readonly Violation[], debts: readonly Debt[]): Violation[] {
  const covers = (debt: Debt, violation: Violation) =>
    debt.rule === violation.rule && debt.file === violation.file
  const open = violations.filter((violation) => !debts.some((debt) => covers(debt, violation)))
  const paid = debts.filter((debt) => !violations.some((violation) => covers(debt, violation)))
  return [
    ...open,
    ...paid.map(({ rule, file }) => ({
      rule: 'paid-debt',
      file: LEDGER,
      line: 1,
      detail: `${rule} in ${file}`,
    })),
  ]
}
