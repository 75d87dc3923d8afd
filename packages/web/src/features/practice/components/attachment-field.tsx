import { useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useDirectory, useStore } from '../../../platform/store/index.ts'
import { Select } from '../../../ui/index.ts'
import type { PracticeDraft } from '../model/practice-draft.ts'
import { textsForm as words } from '../texts-form.ts'

type Attachment = PracticeDraft['attachment']
type Props = { readonly value: Attachment; readonly onChange: (value: Attachment) => void }

const KINDS = ['process', 'form', 'template'] as const

/** A process model or a template that comes with a practice. */
export function AttachmentField({ value, onChange }: Props) {
  const { containers } = useDirectory()
  const { organisationId } = useStore()
  const templates = useQuery({
    queryKey: ['work.listTemplates', organisationId],
    queryFn: async ({ signal }) =>
      await call('work.listTemplates', { limit: 500 }, { organisationId, signal }),
  })
  const options = [
    ...[...containers.values()].flatMap(({ id, name, kind, archivedAt }) =>
      kind === 'process' && archivedAt === null
        ? [{ value: `process ${id}`, label: words.process(name) }]
        : [],
    ),
    ...(templates.data?.templates ?? []).map(({ id, name }) => ({
      ...{ value: `template ${id}`, label: words.template(name) },
    })),
  ]
  return (
    <Select
      label={words.attachment}
      placeholder={words.noAttachment}
      clearable
      searchable
      data={options}
      value={value === null ? null : `${value.kind} ${value.id}`}
      onChange={(chosen) => onChange(readAttachment(chosen))}
    />
  )
}

function readAttachment(text: string | null): Attachment {
  const [named, id] = (text ?? '').split(' ')
  const kind = KINDS.find((each) => each === named)
  return kind && id !== undefined ? { kind, id } : null
}
