import type { PracticeChangeView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import type { Refused } from '../../../platform/refused.ts'
import { type ItemTypeView, useCommands, useDirectory } from '../../../platform/store/index.ts'
import {
  Alert,
  Button,
  Modal,
  PlainTable,
  RelativeTime,
  Section,
  Select,
  Textarea,
} from '../../../ui/index.ts'
import { useInitiatives, usePracticeChanges } from '../hooks/use-adoptions.ts'
import { usePractices } from '../hooks/use-practices.ts'
import { textsUnits as texts } from '../texts-units.ts'
import styles from './practice.module.css'

const { typeColumn: column } = texts

/** Which practice work of each type follows; changed by initiatives only. */
export function TypePractices({ canKeep }: { readonly canKeep: boolean }) {
  const { types } = useDirectory()
  const changes = usePracticeChanges().data?.changes ?? []
  const practices = usePractices().data?.practices ?? []
  const [changed, setChanged] = useState<ItemTypeView | null>(null)
  const live = [...types.values()].filter(({ archivedAt }) => archivedAt === null)
  const lastOf = (typeId: string) => changes.find((change) => change.typeId === typeId) ?? null
  return (
    <div className={styles.group}>
      <Section title={texts.types} sentence={texts.typesExplain}>
        <PlainTable label={texts.types} narrow="cards" columns={Object.values(column)}>
          {live.map((type) => {
            const last = lastOf(type.id)
            return (
              <tr key={type.id}>
                <td data-label={column.type}>{type.name}</td>
                <td data-label={column.practice}>
                  {practices.find(({ id }) => id === last?.toId)?.name ?? (
                    <span className={styles.soft}>{texts.followsNone}</span>
                  )}
                </td>
                <td data-label={column.since}>{last && <RelativeTime at={last.at} />}</td>
                <td>
                  {canKeep && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={texts.changeFor(type.name)}
                      onClick={() => setChanged(type)}
                    >
                      {texts.change}
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </PlainTable>
      </Section>
      {changed && <ChangeDialog type={changed} last={lastOf(changed.id)} onClose={() => setChanged(null)} />}
    </div>
  )
}

type DialogProps = {
  readonly type: ItemTypeView
  readonly last: PracticeChangeView | null
  readonly onClose: () => void
}

const KINDS = ['improvement', 'development'] as const

function ChangeDialog({ type, last, onClose }: DialogProps) {
  const { run } = useCommands()
  const practices = (usePractices().data?.practices ?? []).filter(({ archivedAt }) => archivedAt === null)
  const initiatives = useInitiatives().data?.items ?? []
  const before = last?.toId ?? null
  const [practiceId, setPracticeId] = useState(before)
  const [kind, setKind] = useState<(typeof KINDS)[number]>('improvement')
  const [initiativeId, setInitiativeId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const input = { id: newId(), typeId: type.id, practiceId, kind, initiativeId, reason }
    const outcome = await run('practice.changeForType', input, { isSilent: true })
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  return (
    <Modal opened onClose={onClose} title={texts.changeFor(type.name)}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <Select
          label={texts.follows}
          searchable
          clearable
          placeholder={texts.followsNone}
          value={practiceId}
          data={practices.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setPracticeId}
        />
        {before !== null && (
          <>
            <Select
              label={texts.kind}
              allowDeselect={false}
              value={kind}
              data={KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
              onChange={(value) => setKind(KINDS.find((each) => each === value) ?? kind)}
            />
            <Select
              label={texts.initiative}
              description={texts.initiativeHint}
              searchable
              clearable
              value={initiativeId}
              data={initiatives.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))}
              onChange={setInitiativeId}
            />
          </>
        )}
        <Textarea
          label={texts.reason}
          autosize
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
        )}
        <div className={styles.end}>
          <Button type="submit">{texts.save}</Button>
        </div>
      </form>
    </Modal>
  )
}
