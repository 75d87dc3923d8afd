import type { CasePlanItemView, PlanAct } from '@millrace/contract'
import { Ellipsis } from 'lucide-react'
import { Menu } from '../../../../ui/index.ts'
import { texts } from '../../texts.ts'

type Props = {
  readonly plan: CasePlanItemView
  readonly canWrite: boolean
  /** What has a button of its own beside the menu. */
  readonly shown: PlanAct | null
  readonly onAct: (act: PlanAct) => void
  readonly onWhy: () => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** Everything that can be done with an item of the plan, and why it is here. */
export function PlanMenu({ plan, canWrite, shown, onAct, onWhy, onEdit, onRemove }: Props) {
  const acts = canWrite ? plan.acts.filter((act) => act !== shown) : []
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className="plain-button" aria-label={texts.actions(plan.name)}>
          <Ellipsis size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <Menu.Item key={act} onClick={() => onAct(act)}>
            {texts.act[act]}
          </Menu.Item>
        ))}
        {canWrite && <Menu.Item onClick={onEdit}>{texts.edit}</Menu.Item>}
        {canWrite && !plan.isUsed && <Menu.Item onClick={onRemove}>{texts.remove}</Menu.Item>}
        {plan.cause !== null && <Menu.Divider />}
        {plan.cause !== null && <Menu.Item onClick={onWhy}>{texts.why}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
