import type { ArtifactTypeView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import type { Refused } from '../../../platform/refused.ts'
import { callOf, type Item, useCommands } from '../../../platform/store/index.ts'
import { Alert, Button, Modal, Select, TextInput } from '../../../ui/index.ts'
import { useArtifacts } from '../hooks/use-artifacts.ts'
import { textsArtifacts as texts } from '../texts-artifacts.ts'
import styles from './practice.module.css'

type Props = {
  readonly item: Item
  readonly types: readonly ArtifactTypeView[]
  readonly onClose: () => void
}

const FRESH = ''

/** Which artifact an item brings into which state: one that there is, or a new one. */
export function AskDialog({ item, types, onClose }: Props) {
  const { runBatch } = useCommands()
  const containerId = item.containerIds[0] ?? ''
  const artifacts =
    useArtifacts(containerId).data?.artifacts.filter(({ archivedAt }) => archivedAt === null) ?? []
  const [artifactId, setArtifactId] = useState(FRESH)
  const [name, setName] = useState(item.artifact ?? '')
  const [link, setLink] = useState('')
  const [typeId, setTypeId] = useState<string | null>(null)
  const [stateId, setStateId] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const chosen = artifacts.find(({ id }) => id === artifactId)
  const type = types.find(({ id }) => id === (chosen?.typeId ?? typeId))
  const isReady = stateId !== null && type !== undefined && (chosen !== undefined || name.trim() !== '')
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const id = chosen?.id ?? newId()
    const made = { id, containerId, typeId: type.id, name: name.trim(), link: link.trim() }
    const outcome = await runBatch(
      [
        ...(chosen ? [] : [callOf('practice.saveArtifact', made)]),
        callOf('practice.askFor', { itemId: item.id, artifactId: id, stateId }),
      ],
      { isSilent: true },
    )
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  return (
    <Modal opened onClose={onClose} title={texts.add}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <Select
          label={texts.choose}
          allowDeselect={false}
          searchable
          value={artifactId}
          data={[
            { value: FRESH, label: texts.fresh },
            ...artifacts.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          onChange={(value) => {
            setArtifactId(value ?? FRESH)
            setStateId(null)
          }}
        />
        {!chosen && (
          <>
            <TextInput
              label={texts.name}
              required
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Select
              label={texts.type}
              required
              searchable
              value={typeId}
              data={types
                .filter(({ archivedAt }) => archivedAt === null)
                .map(({ id, name: label }) => ({ value: id, label }))}
              onChange={(value) => {
                setTypeId(value)
                setStateId(null)
              }}
            />
            <TextInput
              label={texts.link}
              description={texts.linkHint}
              maxLength={2000}
              value={link}
              onChange={(event) => setLink(event.currentTarget.value)}
            />
          </>
        )}
        <Select
          label={texts.state}
          required
          value={stateId}
          data={(type?.states ?? []).map(({ id, name: label }) => ({ value: id, label }))}
          onChange={setStateId}
        />
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
        )}
        <div className={styles.end}>
          <Button type="submit" disabled={!isReady}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
