import type { FormSchema } from '@millrace/core/process'
import { isFormField } from '@millrace/core/process'
import { type FormJsRead, readFormJs } from '@millrace/formats/form-js'
import { type DragEvent, useState } from 'react'
import { Alert, Button, FileButton, Modal, Textarea } from '../../../../ui/index.ts'
import { sayFormProblem } from '../../model/forms/form-words.ts'
import { textsForms as texts } from '../../texts-forms.ts'
import styles from './forms.module.css'

type Props = {
  readonly onRead: (name: string, schema: FormSchema) => void
  readonly onClose: () => void
}

/** Takes over a form of form-js: what was left out is said before anything is saved. */
export function FormImport({ onRead, onClose }: Props) {
  const [text, setText] = useState('')
  const [read, setRead] = useState<FormJsRead | null>(null)
  const take = (next: string) => {
    setText(next)
    setRead(next.trim() === '' ? null : readFormJs(next))
  }
  const takeFile = async (file: File | null | undefined) => {
    if (file) take(await file.text())
  }
  const handleDrop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files
    if (!file) return
    event.preventDefault()
    void takeFile(file)
  }
  return (
    <Modal opened onClose={onClose} title={texts.importForm} size={640}>
      <div
        className={styles.import}
        onDrop={handleDrop}
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes('Files')) event.preventDefault()
        }}
      >
        <p className={styles.soft}>{texts.importHint}</p>
        <Textarea
          label={texts.importPaste}
          value={text}
          autosize
          minRows={5}
          maxRows={10}
          data-autofocus
          spellCheck={false}
          className={styles.mono ?? ''}
          placeholder={'{ "type": "default", "components": [ … ] }'}
          onChange={(event) => take(event.currentTarget.value)}
        />
        {read && !read.ok && (
          <Alert color="red" role="alert">
            {sayFormProblem({ code: read.code, params: {} })}
          </Alert>
        )}
        {read?.ok && <Found read={read} />}
        <div className={styles.importEnd}>
          <FileButton accept=".form,.json,application/json" onChange={(file) => void takeFile(file)}>
            {(props) => (
              <Button {...props} variant="default">
                {texts.importChoose}
              </Button>
            )}
          </FileButton>
          <Button
            disabled={!read?.ok}
            onClick={() => {
              if (read?.ok) onRead(read.name, read.schema)
            }}
          >
            {texts.importUse}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function Found({ read }: { readonly read: Extract<FormJsRead, { ok: true }> }) {
  const { notes, schema } = read
  return (
    <div role="status">
      <p>
        <strong>{texts.importFields(schema.parts.filter(isFormField).length)}</strong>
        {' · '}
        {notes.length === 0 ? texts.importAll : texts.importNotes(notes.length)}
      </p>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note, at) => (
            // They stand as they were found and never move.
            <li key={`${String(at)} ${note.code}`}>{sayFormProblem(note)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
