import type { FormSummary } from '@millrace/contract'
import { callOf, useCommands } from '../../../../platform/store/index.ts'
import { Button, formatInstant, PlainTable } from '../../../../ui/index.ts'
import { textsForms as texts } from '../../texts-forms.ts'
import styles from './forms.module.css'

type Props = {
  readonly forms: readonly FormSummary[]
  readonly canManage: boolean
  readonly onChoose: (id: string) => void
}

/** Forms by their names; below them those that were taken out. */
export function FormList({ forms, canManage, onChoose }: Props) {
  const { run } = useCommands()
  const present = forms.filter((form) => form.archivedAt === null)
  const removed = forms.filter((form) => form.archivedAt !== null)
  const remove = ({ id, name }: FormSummary) =>
    void run(
      'process.removeForm',
      { id },
      { undoLabel: texts.removed(name), back: [callOf('process.restoreForm', { id })] },
    )
  const restore = ({ id, name }: FormSummary) =>
    void run(
      'process.restoreForm',
      { id },
      { undoLabel: texts.restored(name), back: [callOf('process.removeForm', { id })] },
    )
  const rows = (some: readonly FormSummary[], action: { label: string; act: (form: FormSummary) => void }) =>
    some.map((form) => <Row key={form.id} {...{ form, canManage, onChoose, action }} />)
  const columns = [texts.column.name, texts.column.key, texts.column.fields, texts.column.changed, '']
  return (
    <>
      <PlainTable label={texts.title} columns={columns} narrow="cards">
        {rows(present, { label: texts.remove, act: remove })}
      </PlainTable>
      {removed.length > 0 && (
        <details className={styles.removed}>
          <summary>{`${texts.removedForms} (${String(removed.length)})`}</summary>
          <PlainTable label={texts.removedForms} columns={columns} narrow="cards">
            {rows(removed, { label: texts.restore, act: restore })}
          </PlainTable>
        </details>
      )}
    </>
  )
}

type RowProps = Omit<Props, 'forms'> & {
  readonly form: FormSummary
  readonly action: { readonly label: string; readonly act: (form: FormSummary) => void }
}

function Row({ form, canManage, onChoose, action }: RowProps) {
  return (
    <tr>
      <td data-label={texts.column.name}>
        <button type="button" className={styles.link} onClick={() => onChoose(form.id)}>
          {form.name}
        </button>
      </td>
      <td data-label={texts.column.key}>
        <code>{form.key}</code>
      </td>
      <td data-label={texts.column.fields}>{form.fieldCount}</td>
      <td data-label={texts.column.changed}>{formatInstant(form.changedAt)}</td>
      <td>
        {canManage && (
          <Button size="compact-xs" variant="subtle" onClick={() => action.act(form)}>
            {action.label}
            <span className="visually-hidden"> {form.name}</span>
          </Button>
        )}
      </td>
    </tr>
  )
}
