import type { FormView } from '@millrace/contract'
import { ArrowLeft } from 'lucide-react'
import { Alert, Button, TextInput, useHotkeys } from '../../../../ui/index.ts'
import { type FormEditor as Editor, type NewForm, useFormEditor } from '../../hooks/use-form-editor.ts'
import { schemaOf } from '../../model/forms/form-edit.ts'
import { faultPlace, sayFormProblem } from '../../model/forms/form-words.ts'
import { textsForms as texts } from '../../texts-forms.ts'
import { FormPreview } from './form-preview.tsx'
import styles from './forms.module.css'
import { PartList } from './part-list.tsx'
import { PartProperties } from './part-properties.tsx'

type Props = {
  readonly base: FormView | NewForm
  readonly canManage: boolean
  readonly onClose: () => void
  readonly onSaved: (form: FormView) => void
}

/** A form to make: its fields in order, what the chosen one says, and how it looks to whoever fills it in. */
export function FormEditor({ base, canManage, onClose, onSaved }: Props) {
  const editor = useFormEditor(base, onSaved)
  const canSave = canManage && editor.isChanged && !editor.isBusy && editor.faults.length === 0
  useHotkeys(canSave ? [['mod+S', () => void editor.save()]] : [], [])
  const { form, at } = editor
  const part = form.parts[at]
  return (
    <div className={styles.editor}>
      <Bar {...{ base, editor, canManage, canSave, onClose }} />
      {editor.refused && (
        <Alert color="red" title={editor.refused.sentence} className={styles.alert ?? ''}>
          {editor.refused.remedy}
        </Alert>
      )}
      {editor.faults.length > 0 && <Faults editor={editor} />}
      <div className={styles.columns} data-read={!canManage || undefined}>
        {canManage && (
          <>
            <PartList editor={editor} />
            <section className={styles.column} aria-label={texts.properties}>
              <h3 className={styles.columnTitle}>{texts.properties}</h3>
              {part ? (
                <PartProperties
                  key={part.id}
                  part={part.part}
                  faults={editor.faults.filter((fault) => fault.at === at)}
                  onChange={editor.changePart}
                />
              ) : (
                <p className={styles.soft}>{texts.noParts}</p>
              )}
            </section>
          </>
        )}
        <FormPreview schema={schemaOf(form)} />
      </div>
    </div>
  )
}

type BarProps = Omit<Props, 'onSaved'> & { readonly editor: Editor; readonly canSave: boolean }

function Bar({ base, editor, canManage, canSave, onClose }: BarProps) {
  const { form } = editor
  return (
    <div className={styles.bar}>
      <Button
        size="xs"
        variant="subtle"
        leftSection={<ArrowLeft size={14} aria-hidden className={styles.pointing} />}
        onClick={onClose}
      >
        {texts.back}
      </Button>
      <TextInput
        label={texts.name}
        value={form.name}
        maxLength={200}
        readOnly={!canManage}
        onChange={(event) => editor.change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={texts.key}
        value={form.key}
        maxLength={100}
        readOnly={!canManage}
        description={texts.keyHint}
        inputWrapperOrder={['label', 'input', 'description']}
        onChange={(event) => editor.change({ key: event.currentTarget.value })}
      />
      {canManage && (
        <span className={styles.barEnd}>
          <span className={styles.soft} role="status">
            {editor.isChanged ? texts.unsaved : texts.allSaved}
          </span>
          {editor.isChanged && base.version !== undefined && (
            <Button size="xs" variant="default" onClick={editor.discard}>
              {texts.discard}
            </Button>
          )}
          <Button size="xs" disabled={!canSave} loading={editor.isBusy} onClick={() => void editor.save()}>
            {texts.save}
          </Button>
        </span>
      )}
    </div>
  )
}

function Faults({ editor }: { readonly editor: Editor }) {
  const parts = schemaOf(editor.form).parts
  return (
    <section className={styles.faults} aria-label={texts.faults(editor.faults.length)}>
      <strong>{texts.faults(editor.faults.length)}</strong>
      <ul>
        {editor.faults.map((fault) => (
          <li key={`${String(fault.at)} ${fault.property} ${fault.code} ${String(fault.span?.from)}`}>
            <button type="button" className={styles.link} onClick={() => editor.choose(fault.at)}>
              {faultPlace(parts, fault)}
            </button>{' '}
            {sayFormProblem(fault)}
          </li>
        ))}
      </ul>
    </section>
  )
}
