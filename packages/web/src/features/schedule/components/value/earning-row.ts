import type { EarnedValueView } from '@millrace/contract'

/** An item with what it earned, and how. */
export type EarningRow = EarnedValueView['rows'][number]

/** What people say anew of how it earns. */
export type EarningPatch = Partial<
  Pick<EarningRow, 'rule' | 'weight' | 'unitsDone' | 'unitsTotal' | 'restMinor' | 'restMin'>
>

/** What the fields of a row are given. */
export type EarningFieldProps = {
  readonly row: EarningRow
  readonly unit: EarnedValueView['unit']
  readonly canWrite: boolean
  readonly onChange: (patch: EarningPatch) => void
}
