import type { TemplateLineView, TemplateView } from '@millrace/contract'
import { type SyntheticEvent, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import {
  Button,
  Group,
  Modal,
  notifications,
  Select,
  Skeleton,
  Stack,
  Textarea,
  TextInput,
} from '../../../../ui/index.ts'
import { useAskedCommand } from '../../hooks/use-asked-command.ts'
import { useRefreshTemplates, useTemplate } from '../../hooks/use-templates.ts'
import { textsTemplate as words } from '../../texts-template.ts'
import { RefusalNote } from './refusal-note.tsx'
import { TemplateLines } from './template-lines.tsx'
import { UnitChoice } from './unit-choice.tsx'

type Props = {
  /** Null: a new one, written by hand. */
  readonly id: string | null
  readonly onClose: () => void
}

/** A template, line by line. */
export function EditTemplateDialog({ id, onClose }: Props) {
  const asked = useTemplate(id)
  const title = id === null ? words.fresh : words.editTitle(asked.data?.name ?? '')
  return (
    <Modal opened onClose={onClose} title={title} size={860}>
      {id === null || asked.data ? (
        <Editor key={asked.data?.version ?? 0} template={asked.data ?? null} onClose={onClose} />
      ) : (
        <Skeleton rows={6} />
      )}
    </Modal>
  )
}

type EditorProps = {
  readonly template: (TemplateView & { readonly lines: readonly TemplateLineView[] }) | null
  readonly onClose: () => void
}

const KINDS = ['item', 'project', 'list', 'case', 'process'] as const

function Editor({ template, onClose }: EditorProps) {
  const [name, setName] = useState(template?.name ?? '')
  const [description, setDescription] = useState(template?.description ?? '')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('item')
  const [unit, setUnit] = useState(template?.unit ?? 'working')
  const [lines, setLines] = useState<readonly TemplateLineView[]>(() => template?.lines ?? [emptyLine()])
  const { isBusy, refused, run } = useAskedCommand()
  const refresh = useRefreshTemplates()
  const save = async () => {
    const said = lines.filter((line) => line.title.trim() !== '')
    const common = { name: name.trim(), description: description.trim(), unit }
    const saved = template
      ? await run('work.changeTemplate', {
          id: template.id,
          version: template.version,
          patch: { ...common, lines: said },
        })
      : await run('work.saveTemplate', {
          ...{ ...common, id: newId(), from: { kind: 'lines', for: kind, lines: said } },
        })
    if (!saved) return
    await refresh()
    notifications.show({ message: words.kept(saved.name) })
    onClose()
  }
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    void save()
  }
  return (
    <form onSubmit={handleSubmit}>
      <Stack gap="sm">
        <Group grow align="start">
          <TextInput
            label={words.name}
            required
            data-autofocus
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {!template && (
            <Select
              label={words.what}
              allowDeselect={false}
              value={kind}
              data={KINDS.map((value) => ({ value, label: words.kind[value] }))}
              onChange={(value) => setKind(KINDS.find((each) => each === value) ?? kind)}
            />
          )}
          <UnitChoice value={unit} onChange={setUnit} />
        </Group>
        <Textarea
          label={words.about}
          autosize
          maxRows={4}
          maxLength={10_000}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <TemplateLines lines={lines} onChange={setLines} />
        <RefusalNote refused={refused} />
        <Group justify="end">
          <Button type="submit" loading={isBusy} disabled={name.trim() === ''}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function emptyLine(): TemplateLineView {
  return { id: newId(), parentId: null, title: '', responsibleId: null, startsAfter: null, dueAfter: null }
}
