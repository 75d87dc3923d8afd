import type { FormSchema } from '@millrace/core/process'
import { ClipboardList } from 'lucide-react'
import { useState } from 'react'
import { useSearchText, useSetSearch } from '../../../../platform/navigation.ts'
import { newId } from '../../../../platform/new-id.ts'
import { useEntity } from '../../../../platform/store/index.ts'
import { Button, EmptyState, ErrorState, Skeleton } from '../../../../ui/index.ts'
import type { NewForm } from '../../hooks/use-form-editor.ts'
import { useForm, useForms } from '../../hooks/use-forms.ts'
import { keyFrom } from '../../model/forms/form-edit.ts'
import { textsForms as texts } from '../../texts-forms.ts'
import { FormEditor } from './form-editor.tsx'
import { FormImport } from './form-import.tsx'
import { FormList } from './form-list.tsx'
import styles from './forms.module.css'

type Props = { readonly containerId: string }

/** The forms of a process: a list, and one of them to edit. */
export function FormsTab({ containerId }: Props) {
  const search = useSearchText()
  const setSearch = useSetSearch()
  const container = useEntity('container', containerId)
  const canManage = container?.myRole === 'manager' && container.archivedAt === null
  const [made, setMade] = useState<NewForm | null>(null)
  const chosen = search['form'] ?? null
  const make = (name: string, schema: FormSchema) => {
    const form: NewForm = { id: newId(), containerId, name, key: keyFrom(name), schema }
    setMade(form)
    setSearch({ form: form.id })
  }
  if (chosen === null) {
    return <AllForms {...{ containerId, canManage, make }} onChoose={(form) => setSearch({ form })} />
  }
  const close = () => setSearch({ form: undefined })
  return made?.id === chosen ? (
    <FormEditor
      key={chosen}
      base={made}
      canManage={canManage}
      onClose={close}
      onSaved={() => setMade(null)}
    />
  ) : (
    <OneForm key={chosen} id={chosen} canManage={canManage} onClose={close} />
  )
}

type AllProps = Props & {
  readonly canManage: boolean
  readonly make: (name: string, schema: FormSchema) => void
  readonly onChoose: (id: string) => void
}

function AllForms({ containerId, canManage, make, onChoose }: AllProps) {
  const forms = useForms(containerId)
  const [isImporting, setImporting] = useState(false)
  if (forms.data === undefined) {
    return forms.error === null ? (
      <Skeleton rows={6} />
    ) : (
      <ErrorState title={texts.failed} error={forms.error} onRetry={() => void forms.refetch()} />
    )
  }
  const makeEmpty = () => make(texts.newName, { parts: [] })
  const importer = isImporting && (
    <FormImport
      onClose={() => setImporting(false)}
      onRead={(name, schema) => make(name || texts.newName, schema)}
    />
  )
  if (forms.data.length === 0) {
    return (
      <>
        <EmptyState
          glyph={<ClipboardList size={20} strokeWidth={1.75} />}
          title={texts.emptyTitle}
          sentence={canManage ? texts.emptySentence : texts.emptyForViewer}
          {...(canManage
            ? {
                action: { label: texts.make, onClick: makeEmpty },
                example: { label: texts.importForm, onClick: () => setImporting(true) },
              }
            : {})}
        />
        {importer}
      </>
    )
  }
  return (
    <div className={styles.all}>
      <div className={styles.bar}>
        <h2 className={styles.heading}>{texts.title}</h2>
        {canManage && (
          <span className={styles.barEnd}>
            <Button size="xs" variant="default" onClick={() => setImporting(true)}>
              {texts.importForm}
            </Button>
            <Button size="xs" onClick={makeEmpty}>
              {texts.make}
            </Button>
          </span>
        )}
      </div>
      <FormList forms={forms.data} canManage={canManage} onChoose={onChoose} />
      {importer}
    </div>
  )
}

function OneForm({
  id,
  canManage,
  onClose,
}: {
  readonly id: string
  readonly canManage: boolean
  readonly onClose: () => void
}) {
  const form = useForm(id)
  if (form.data === undefined) {
    return form.error === null ? (
      <Skeleton rows={8} label={texts.loading} />
    ) : (
      <ErrorState title={texts.formFailed} error={form.error} onRetry={() => void form.refetch()} />
    )
  }
  return (
    <FormEditor
      key={form.data.version}
      base={form.data}
      canManage={canManage && form.data.archivedAt === null}
      onClose={onClose}
      onSaved={() => void form.refetch()}
    />
  )
}
