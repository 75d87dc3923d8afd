import type { PlanView } from '@millrace/contract'
import { X } from 'lucide-react'
import { newId } from '../../../platform/new-id.ts'
import { callOf } from '../../../platform/store/index.ts'
import { ActionIcon, NumberInput, Select } from '../../../ui/index.ts'
import { usePlanDoor } from '../hooks/use-plan-door.ts'
import { changedLag, LAG_UNITS, type LagUnitName, lagOf } from '../model/link-lag.ts'
import { LINK_TYPES } from '../model/link-types.ts'
import { texts } from '../texts.ts'
import styles from './links-dialog.module.css'

type Link = PlanView['links'][number]
type Props = {
  readonly link: Link
  readonly title: string
  /** How its two items are tied, by this link and others. */
  readonly taken: ReadonlySet<string>
  readonly containerId: string
  readonly canWrite: boolean
}

/** One link: how it ties its two items, and by what lag. A change takes its place. */
export function LinkLine({ link, title, taken, containerId, canWrite }: Props) {
  const { write } = usePlanDoor(containerId)
  const { amount, unit } = lagOf(link)
  const change = (next: Partial<Link>) => {
    void write(
      [
        callOf('work.unrelateItems', { id: link.id }),
        callOf('work.relateItems', { ...link, ...next, id: newId() }),
      ],
      { undoLabel: texts.changedLink },
    )
  }
  const handleRemove = () =>
    void write([callOf('work.unrelateItems', { id: link.id })], { undoLabel: texts.unlinked })
  return (
    <div className={styles.line}>
      <span className={styles.title}>{title}</span>
      <Select
        size="xs"
        w={170}
        aria-label={texts.linkType(title)}
        allowDeselect={false}
        disabled={!canWrite}
        data={LINK_TYPES.map((value) => ({
          value,
          label: texts.linkTypes[value],
          disabled: value !== link.linkType && taken.has(value),
        }))}
        value={link.linkType}
        onChange={(value) => change({ linkType: LINK_TYPES.find((type) => type === value) ?? link.linkType })}
      />
      <NumberInput
        size="xs"
        w={70}
        aria-label={texts.lag(title)}
        disabled={!canWrite}
        defaultValue={amount}
        onBlur={(event) => {
          const next = Number(event.currentTarget.value.replace(',', '.'))
          if (Number.isFinite(next) && next !== amount) change(changedLag(next, unit))
        }}
      />
      <Select
        size="xs"
        w={120}
        aria-label={texts.lagUnit(title)}
        allowDeselect={false}
        disabled={!canWrite}
        data={LAG_UNITS.map((value) => ({ value, label: texts.lagUnits[value] }))}
        value={unit}
        onChange={(value) => {
          const next: LagUnitName = LAG_UNITS.find((known) => known === value) ?? unit
          change(changedLag(amount, next))
        }}
      />
      {canWrite && (
        <ActionIcon variant="subtle" aria-label={texts.unlink(title)} onClick={handleRemove}>
          <X size={14} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}
