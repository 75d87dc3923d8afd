import type { PhaseView, PlanView } from '@millrace/contract'
import { MultiSelect } from '../../../../ui/index.ts'
import type { Placed } from '../../hooks/use-phases.ts'
import { texts } from '../../texts.ts'

type Props = {
  readonly phase: PhaseView
  readonly plan: PlanView
  readonly canWrite: boolean
  readonly onPlace: (item: Placed, phaseId: string | null) => void
}

/** The outermost work of a phase; what lies under it comes along. */
export function PhaseWork({ phase, plan, canWrite, onPlace }: Props) {
  const rows = plan.rows.filter((row) => row.level === 1)
  const placed = rows.filter((row) => row.phaseId === phase.id).map((row) => row.itemId)
  const handleChange = (chosen: readonly string[]) => {
    for (const row of rows) {
      const isIn = chosen.includes(row.itemId)
      if (isIn !== placed.includes(row.itemId)) onPlace(row, isIn ? phase.id : null)
    }
  }
  return (
    <MultiSelect
      label={texts.phaseWork}
      placeholder={placed.length === 0 ? texts.phaseWorkHint : ''}
      searchable
      hidePickedOptions
      disabled={!canWrite}
      data={rows.map((row) => ({ value: row.itemId, label: `${row.wbs} ${row.title}` }))}
      value={placed}
      onChange={handleChange}
    />
  )
}
