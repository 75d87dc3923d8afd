import type { WorkItem } from '@millrace/core/work'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { Field } from '../../../../platform/store/index.ts'
import { BUILT_IN_COLUMNS } from '../../model/columns/built-in-columns.ts'
import { customColumn } from '../../model/columns/custom-columns.ts'
import { fieldValue } from '../../model/field-values.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsItem } from '../../texts-item.ts'
import styles from './item-panel.module.css'
import { PropertyRow } from './property-row.tsx'

type Props = {
  readonly item: WorkItem
  readonly lookup: Lookup
  readonly canWrite: boolean
  readonly onChoose: (field: string, rect: DOMRect) => void
}

const FIRST = ['responsible', 'accountable', 'priority', 'due', 'effort', 'costOfDelay', 'labels'] as const
const MORE = ['start', 'requester', 'team', 'area', 'type'] as const

/** The properties that matter daily, then the others on demand; custom fields as soon as they hold something. */
export function ItemProperties({ item, lookup, canWrite, onChoose }: Props) {
  const [isOpen, setOpen] = useState(false)
  const fields = fieldsOf(item, lookup)
  const filled = fields.filter((field) => fieldValue(item, field, lookup) !== undefined)
  const rest = fields.filter((field) => !filled.includes(field))
  const builtIn = (ids: readonly string[]) =>
    ids.flatMap((id) => BUILT_IN_COLUMNS.find((column) => column.id === id) ?? [])
  const columns = [
    ...builtIn(FIRST),
    ...filled.map(customColumn),
    ...(isOpen ? [...builtIn(MORE), ...rest.map(customColumn)] : []),
  ]
  return (
    <section aria-label={textsItem.properties}>
      <dl className={styles.properties}>
        {columns.map((column) => (
          <PropertyRow
            key={column.id}
            column={column}
            item={item}
            lookup={lookup}
            canWrite={canWrite}
            onChoose={onChoose}
          />
        ))}
      </dl>
      <button type="button" className={styles.quiet} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <ChevronRight size={12} aria-hidden data-fold />
        {isOpen ? textsItem.fewerProperties : textsItem.moreProperties}
      </button>
    </section>
  )
}

/** The own fields of an item's type, in its order, and after them those that hold something all the same. */
function fieldsOf(item: WorkItem, lookup: Lookup): readonly Field[] {
  const fields = [...lookup.fields.values()].filter((field) => field.archivedAt === null)
  const chosen = lookup.types.get(item.typeId)?.fieldIds ?? null
  if (chosen === null) return fields
  const byId = new Map(fields.map((field) => [field.id, field]))
  const others = fields.filter(
    (field) => !chosen.includes(field.id) && fieldValue(item, field, lookup) !== undefined,
  )
  return [...chosen.flatMap((id) => byId.get(id) ?? []), ...others]
}
