import { useState } from 'react'
import { textsItem } from '../../texts-item.ts'
import { textsView } from '../../texts-view.ts'
import styles from '../item/item-panel.module.css'
import { CellInput } from '../table/cell-input.tsx'

type Props = {
  readonly name: string
  readonly value: string
  readonly canWrite: boolean
  readonly onSave: (value: string) => void
}

/** A fact that is a text, typed where it stands. It cannot be emptied. */
export function FactText({ name, value, canWrite, onSave }: Props) {
  const [isTyping, setTyping] = useState(false)
  return (
    <div className={styles.property}>
      <dt className={styles.propertyName}>{name}</dt>
      <dd className={styles.propertyValue}>
        {isTyping ? (
          <span className={styles.typing}>
            <CellInput
              label={name}
              initial={value}
              align="start"
              onSave={(text) => {
                if (text.trim() !== '') onSave(text.trim())
                return text.trim() !== ''
              }}
              onLeave={() => setTyping(false)}
            />
          </span>
        ) : canWrite ? (
          <button type="button" className={styles.valueButton} onClick={() => setTyping(true)}>
            <span className="visually-hidden">{textsView.cell(name, '')}</span>
            {value === '' ? <span className={styles.unset}>{textsItem.unset}</span> : value}
          </button>
        ) : (
          <span className={styles.readOnly}>{value}</span>
        )}
      </dd>
    </div>
  )
}
