import type { TemplateView } from '@millrace/contract'
import { type SyntheticEvent, useEffect, useState } from 'react'
import type { TemplateDefaults } from '../../../../platform/dialogs.ts'
import { paths, useGo, useSlug } from '../../../../platform/navigation.ts'
import { newId } from '../../../../platform/new-id.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import {
  Button,
  DayField,
  Group,
  Modal,
  notifications,
  Select,
  Stack,
  TextInput,
  useToday,
} from '../../../../ui/index.ts'
import { useAskedCommand } from '../../hooks/use-asked-command.ts'
import { useTemplates } from '../../hooks/use-templates.ts'
import { useWritableContainers } from '../../hooks/use-writable-containers.ts'
import { textsTemplate as words } from '../../texts-template.ts'
import { ContainerSelect } from '../container/container-select.tsx'
import { RefusalNote } from './refusal-note.tsx'

type Props = {
  readonly defaults: TemplateDefaults
  readonly suggestKey: (name: string) => string
  readonly onClose: () => void
}

/** Begins work from a template: which one, from which day, and where. */
export function BeginTemplateDialog({ defaults, suggestKey, onClose }: Props) {
  const { templates, isPending, hasNextPage, fetchNextPage } = useTemplates()
  const [id, setId] = useState(defaults.templateId ?? null)
  const template = templates.find((each) => each.id === id)
  const fitting = templates.filter(({ kind }) => defaults.kind === undefined || kind === defaults.kind)
  useEffect(() => {
    if (hasNextPage) void fetchNextPage()
  }, [hasNextPage, fetchNextPage])
  return (
    <Modal opened onClose={onClose} title={words.beginTitle} size={480}>
      {!isPending && fitting.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Stack gap="sm">
          <Select
            label={words.template}
            placeholder={words.choose}
            searchable
            data-autofocus={defaults.templateId === undefined || undefined}
            value={id}
            onChange={setId}
            data={fitting.map((each) => ({
              value: each.id,
              label: `${each.name} · ${words.kind[each.kind]}, ${words.items(each.itemCount)}`,
            }))}
          />
          {template && (
            <Begin
              key={template.id}
              template={template}
              defaults={defaults}
              suggestKey={suggestKey}
              onClose={onClose}
            />
          )}
        </Stack>
      )}
    </Modal>
  )
}

function Begin({ template, defaults, suggestKey, onClose }: Props & { readonly template: TemplateView }) {
  const { organisation } = useDirectory()
  const today = useToday()
  const containers = useWritableContainers()
  const isItem = template.kind === 'item'
  const [name, setName] = useState(template.name)
  const [startsOn, setStartsOn] = useState<string | null>(today)
  const [containerId, setContainerId] = useState(defaults.containerId ?? containers[0]?.id ?? null)
  const [ownKey, setKey] = useState<string | null>(null)
  const [subject, setSubject] = useState('')
  const key = ownKey ?? suggestKey(name)
  const { isBusy, refused, begin } = useBegin(template, onClose)
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    const where = isItem
      ? { ...(containerId === null ? {} : { containerId }), parentId: defaults.parentId ?? null }
      : { key, ...(template.kind === 'case' && subject.trim() !== '' ? { subject: subject.trim() } : {}) }
    void begin({ startsOn: startsOn ?? today, name: name.trim(), ...where })
  }
  return (
    <form onSubmit={handleSubmit}>
      <Stack gap="sm">
        {template.description !== '' && <p>{template.description}</p>}
        <TextInput
          label={isItem ? words.itemName : words.name}
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group grow align="start">
          <DayField
            label={words.startsOn}
            value={startsOn}
            onChange={setStartsOn}
            weekStart={organisation.weekStart}
          />
          {isItem ? (
            <ContainerSelect
              label={words.container}
              containers={containers}
              value={containerId}
              onChange={setContainerId}
            />
          ) : (
            <TextInput
              label={words.key}
              required
              maxLength={10}
              value={key}
              onChange={(event) => setKey(event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]/g, ''))}
            />
          )}
        </Group>
        {template.kind === 'case' && (
          <TextInput
            label={words.subject}
            value={subject}
            onChange={(event) => setSubject(event.currentTarget.value)}
          />
        )}
        <small>{words.startHint}</small>
        <RefusalNote refused={refused} />
        <Group justify="end">
          <Button type="submit" loading={isBusy} disabled={name.trim() === '' || (isItem && !containerId)}>
            {words.begin}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useBegin({ id, kind }: TemplateView, onDone: () => void) {
  const { isBusy, refused, run } = useAskedCommand()
  const slug = useSlug()
  const go = useGo()
  type Wish = Omit<Parameters<typeof run<'work.makeFromTemplate'>>[1], 'id' | 'madeId'>
  const begin = async (wish: Wish) => {
    const made = await run('work.makeFromTemplate', { ...wish, id, madeId: newId() })
    if (!made) return
    notifications.show({ message: words.begun(wish.name ?? made.key) })
    onDone()
    go(
      kind === 'item'
        ? paths.item(slug, made.key)
        : paths.container(slug, made.key, kind === 'project' ? 'plan' : 'work'),
    )
  }
  return { isBusy, refused, begin }
}
