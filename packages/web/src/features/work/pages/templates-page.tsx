import type { TemplateView } from '@millrace/contract'
import { LayoutTemplate } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { templateDialog } from '../../../platform/dialogs.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import {
  Button,
  EmptyState,
  ErrorState,
  notifications,
  PlainTable,
  Section,
  Skeleton,
} from '../../../ui/index.ts'
import styles from '../components/settings/settings.module.css'
import { useAskedCommand } from '../hooks/use-asked-command.ts'
import { useRefreshTemplates, useTemplates } from '../hooks/use-templates.ts'
import { textsTemplate as words } from '../texts-template.ts'

const EditTemplateDialog = lazy(async () => ({
  default: (await import('../components/template/edit-template-dialog.tsx')).EditTemplateDialog,
}))

/** All templates: begin, write, change, remove. */
export function TemplatesPage() {
  const { me } = useDirectory()
  const { templates, isPending, error, refetch, hasNextPage, fetchNextPage } = useTemplates()
  const [open, setOpen] = useState<{ readonly id: string | null } | null>(null)
  const mayAdd = me.orgRole !== 'guest'
  const add = { label: words.fresh, onClick: () => setOpen({ id: null }) }
  if (isPending) return <Skeleton rows={5} />
  if (error) return <ErrorState title={words.title} error={error} onRetry={() => void refetch()} />
  return (
    <Section
      title={words.title}
      sentence={words.sentence}
      actions={mayAdd && templates.length > 0 && <Button onClick={add.onClick}>{add.label}</Button>}
    >
      {templates.length === 0 ? (
        <EmptyState
          glyph={<LayoutTemplate size={20} strokeWidth={1.75} />}
          title={words.title}
          sentence={words.empty}
          {...(mayAdd ? { action: add } : {})}
        />
      ) : (
        <PlainTable label={words.title} columns={words.columns}>
          {templates.map((template) => (
            <Row key={template.id} template={template} onEdit={() => setOpen({ id: template.id })} />
          ))}
        </PlainTable>
      )}
      {hasNextPage && (
        <Button variant="subtle" onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
      <Suspense fallback={null}>
        {open && <EditTemplateDialog id={open.id} onClose={() => setOpen(null)} />}
      </Suspense>
    </Section>
  )
}

function Row({ template, onEdit }: { readonly template: TemplateView; readonly onEdit: () => void }) {
  const { containers } = useDirectory()
  const { run } = useAskedCommand()
  const refresh = useRefreshTemplates()
  const place = containers.get(template.placeId ?? '')
  const remove = async () => {
    if (!(await run('work.removeTemplate', { id: template.id }))) return
    notifications.show({ message: words.removed(template.name) })
    void refresh()
  }
  return (
    <tr>
      <td>
        {template.name}
        {template.description !== '' && <div className={styles.soft}>{template.description}</div>}
      </td>
      <td className={styles.soft}>
        {words.kind[template.kind]}, {words.items(template.itemCount)}
      </td>
      <td className={styles.soft}>{place ? words.seenHere(place.name) : words.everybody}</td>
      <td className={styles.end}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => templateDialog.openFor({ templateId: template.id })}
        >
          {words.beginHere}
        </Button>
        {template.mayChange && (
          <>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={onEdit}>
              {words.edit}
            </Button>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void remove()}>
              {words.remove}
            </Button>
          </>
        )}
      </td>
    </tr>
  )
}
