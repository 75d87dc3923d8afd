import { type FormEvent, useState } from 'react'
import { Button, Modal, Select, TextInput } from '../../../../ui/index.ts'
import type { ColumnPatch, GridColumn } from '../../model/rules/grid-table.ts'
import { typeChoices } from '../../model/rules/type-words.ts'
import { textsRuleGrid as texts } from '../../texts-rule-grid.ts'
import styles from './rules.module.css'

type Props = {
  readonly column: GridColumn
  readonly onChange: (patch: ColumnPatch) => void
  readonly onClose: () => void
}

/** What a column asks or gives, and which values it may have. */
export function ColumnDialog({ column, onChange, onClose }: Props) {
  const { kind } = column
  const shown = kind === 'input' && column.title === column.expression ? '' : column.title
  const [name, setName] = useState(shown)
  const [expression, setExpression] = useState(column.expression)
  const [typeRef, setTypeRef] = useState(column.typeRef ?? 'Any')
  const [allowed, setAllowed] = useState(column.allowedValues ?? '')
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const values = {
      typeRef: typeRef === 'Any' ? null : typeRef,
      allowedValues: allowed.trim() === '' ? null : allowed.trim(),
    }
    onChange({
      name: name.trim(),
      ...(kind === 'annotation' ? {} : values),
      ...(kind === 'input' ? { expression: expression.trim() } : {}),
    })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={texts.columnTitle}>
      <form className={styles.form} onSubmit={handleSubmit}>
        {kind === 'input' && (
          <TextInput
            label={texts.columnExpression}
            description={texts.expressionHint}
            value={expression}
            data-autofocus
            onChange={(event) => setExpression(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={texts.columnName}
          value={name}
          placeholder={kind === 'input' ? expression : ''}
          {...(kind === 'input' ? {} : { 'data-autofocus': true })}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {kind !== 'annotation' && (
          <>
            <Select
              label={texts.columnType}
              data={typeChoices(column.typeRef)}
              value={typeRef}
              allowDeselect={false}
              onChange={(value) => setTypeRef(value ?? 'Any')}
            />
            <TextInput
              label={texts.columnAllowed}
              placeholder={texts.allowedHint}
              value={allowed}
              onChange={(event) => setAllowed(event.currentTarget.value)}
            />
          </>
        )}
        <div className={styles.formEnd}>
          <Button type="submit">{texts.done}</Button>
        </div>
      </form>
    </Modal>
  )
}
