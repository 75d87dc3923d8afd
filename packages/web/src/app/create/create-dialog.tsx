import { type KeyboardEvent, useState } from 'react'
import { ContainerSelect } from '../../features/work/components/container/container-select.tsx'
import { QuickAddParts } from '../../features/work/components/view/quick-add-parts.tsx'
import { useQuickAdd } from '../../features/work/hooks/use-quick-add.ts'
import { useWritableContainers } from '../../features/work/hooks/use-writable-containers.ts'
import { propertiesOf, repeatCalls } from '../../features/work/model/new-item.ts'
import { type NewItemDefaults, newContainerDialog, templateDialog } from '../../platform/dialogs.ts'
import { newId } from '../../platform/new-id.ts'
import { callOf, useCommands, useDirectory } from '../../platform/store/index.ts'
import { useTypedAhead } from '../../platform/use-typed-ahead.ts'
import { Button, DayField, EmptyState, Kbd, Modal, Select, Textarea } from '../../ui/index.ts'
import { createTexts } from '../texts-create.ts'
import styles from './create-dialog.module.css'
import { rememberContainer, useStartContainer } from './use-containers.ts'

const words = createTexts.item

type Props = { readonly defaults: NewItemDefaults; readonly onClose: () => void }

/** A new item: its title and where it belongs. Enter creates; everything else can wait. */
export function CreateDialog({ defaults, onClose }: Props) {
  const { people, types, organisation } = useDirectory()
  const containers = useWritableContainers()
  const start = useStartContainer(defaults.containerId)
  const readLine = useQuickAdd()
  const { runBatch } = useCommands()
  const [title, setTitle] = useState(defaults.title ?? '')
  const [chosenContainer, setContainerId] = useState<string | null>(null)
  const [typeId, setTypeId] = useState<string | null>(null)
  const [chosenPerson, setResponsibleId] = useState<string | null>(null)
  const [chosenDay, setDueOn] = useState<string | null>(null)
  const line = readLine(title)
  // What the line says is shown in the fields; whoever then chooses there has the last word.
  const containerId = chosenContainer ?? line.containerId ?? start
  const responsibleId = chosenPerson ?? line.responsibleId
  const dueOn = chosenDay ?? line.dueOn ?? defaults.dueOn ?? null
  const field = useTypedAhead<HTMLTextAreaElement>((text) => setTitle((before) => before + text))
  const container = containers.find(({ id }) => id === containerId)
  const canCreate = title.trim() !== '' && container !== undefined

  const create = (isLast: boolean) => {
    if (!canCreate) return
    rememberContainer(container.id)
    const id = newId()
    const opening = callOf('work.createItem', {
      id,
      containerId: container.id,
      ...propertiesOf(line),
      title: line.title,
      ...(typeId === null ? {} : { typeId }),
      ...(responsibleId === null ? {} : { responsibleId }),
      ...(dueOn === null ? {} : { dueOn }),
      ...(defaults.parentId === undefined ? {} : { parentId: defaults.parentId }),
      ...(defaults.stateId === undefined ? {} : { stateId: defaults.stateId }),
      ...(defaults.area === undefined ? {} : { area: defaults.area }),
    })
    void runBatch([opening, ...repeatCalls(id, line)], {
      undoLabel: words.created(line.title, container.name),
    })
    if (isLast) onClose()
    else setTitle('')
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    create(!event.shiftKey)
  }

  if (containers.length === 0) {
    return (
      <Modal opened onClose={onClose} title={words.title}>
        <EmptyState
          title={words.homeless}
          sentence={words.homelessHint}
          action={{
            label: words.newList,
            onClick: () => {
              onClose()
              newContainerDialog.openFor('list')
            },
          }}
        />
      </Modal>
    )
  }
  return (
    <Modal opened onClose={onClose} title={words.title} size={560}>
      <div className={styles.form}>
        <Textarea
          aria-label={words.name}
          placeholder={words.namePlaceholder}
          autosize
          minRows={1}
          maxRows={4}
          size="md"
          maxLength={500}
          value={title}
          ref={field}
          data-autofocus
          onChange={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={handleKey}
        />
        <QuickAddParts line={title} hint={words.grammar} onChange={setTitle} />
        <div className={styles.fields}>
          <ContainerSelect
            label={words.container}
            containers={containers}
            value={containerId}
            onChange={setContainerId}
          />
          <Select
            label={words.responsible}
            placeholder={words.nobody}
            searchable
            clearable
            value={responsibleId}
            onChange={setResponsibleId}
            data={[...people.values()]
              .filter(({ status }) => status !== 'inactive')
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <DayField label={words.due} value={dueOn} onChange={setDueOn} weekStart={organisation.weekStart} />
          <Select
            label={words.type}
            placeholder={types.get(container?.defaultTypeId ?? '')?.name ?? words.usualType}
            clearable
            value={typeId}
            onChange={setTypeId}
            data={[...types.values()]
              .filter(({ archivedAt }) => archivedAt === null)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <div className={styles.foot}>
          <span className={styles.hint}>
            <Kbd keys="Enter" /> {words.enter} · <Kbd keys="shift+Enter" /> {words.shiftEnter}
          </span>
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              onClose()
              templateDialog.openFor({
                kind: 'item',
                ...(containerId ? { containerId } : {}),
                ...(defaults.parentId === undefined ? {} : { parentId: defaults.parentId }),
              })
            }}
          >
            {words.fromTemplate}
          </Button>
          <Button disabled={!canCreate} onClick={() => create(true)}>
            {words.submit}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
