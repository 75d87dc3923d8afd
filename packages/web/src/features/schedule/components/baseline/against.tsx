import type { PlanView } from '@millrace/contract'
import { Select } from '../../../../ui/index.ts'
import { texts } from '../../texts.ts'
import { textsBaselines as words } from '../../texts-baselines.ts'

type Props = {
  readonly plan: PlanView
  readonly against: string | null
  readonly onAgainst: (id: string | null) => void
}

/** Chooses what the baseline is compared with: the plan now, or another baseline. */
export function Against({ plan, against, onAgainst }: Props) {
  const others = plan.baselines.filter(({ id }) => id !== plan.baseline?.id)
  if (others.length === 0) return null
  return (
    <Select
      size="xs"
      w={220}
      aria-label={words.against}
      allowDeselect={false}
      data={[
        { value: '', label: words.now },
        ...others.map(({ id, number, name }) => ({
          value: id,
          label: words.with(texts.baseline(number, name)),
        })),
      ]}
      value={against ?? ''}
      onChange={(id) => onAgainst(id === '' ? null : id)}
    />
  )
}
