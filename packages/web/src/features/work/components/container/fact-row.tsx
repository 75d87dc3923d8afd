import { type ReactNode, useState } from 'react'
import { textsItem } from '../../texts-item.ts'
import { textsView } from '../../texts-view.ts'
import { Anchored } from '../editors/anchored.tsx'
import styles from '../item/item-panel.module.css'

type Props = {
  readonly name: string
  readonly value: string
  readonly sign?: ReactNode
  readonly canWrite: boolean
  /** The editor, which closes itself by calling what it is given. */
  readonly children: (done: () => void) => ReactNode
}

/** A fact with its name; a click opens its editor over it. */
export function FactRow({ name, value, sign, canWrite, children }: Props) {
  const [rect, setRect] = useState<DOMRect | null>(null)
  const done = () => setRect(null)
  return (
    <div className={styles.property}>
      <dt className={styles.propertyName}>{name}</dt>
      <dd className={styles.propertyValue}>
        {canWrite ? (
          <button
            type="button"
            className={styles.valueButton}
            onClick={(event) => setRect(event.currentTarget.getBoundingClientRect())}
          >
            <span className="visually-hidden">{textsView.cell(name, '')}</span>
            {sign}
            {value === '' ? <span className={styles.unset}>{textsItem.unset}</span> : value}
          </button>
        ) : (
          <span className={styles.readOnly}>
            {sign}
            {value}
          </span>
        )}
        {rect && (
          <Anchored rect={rect} label={name} onClose={done}>
            {children(done)}
          </Anchored>
        )}
      </dd>
    </div>
  )
}
