import type { StageView } from '@millrace/contract'
import { rankBetween } from '@millrace/core/work'
import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { useCommands } from '../../../platform/store/index.ts'
import { Button, TextInput } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './case.module.css'

type Props = {
  readonly containerId: string
  readonly stages: readonly StageView[]
  readonly onChanged: () => void
}

/** A column's width of room to add a stage behind the last one. */
export function AddStage({ containerId, stages, onChanged }: Props) {
  const { run } = useCommands()
  const [name, setName] = useState<string | null>(stages.length === 0 ? '' : null)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const text = (name ?? '').trim()
    if (text === '') return
    const rank = rankBetween(stages.at(-1)?.rank ?? null, null)
    void run('case.addStage', { id: newId(), containerId, name: text, rank }).then(onChanged)
    setName('')
  }
  if (name === null) {
    return (
      <button type="button" className={styles.addStage} onClick={() => setName('')}>
        <Plus size={14} aria-hidden /> {texts.addStage}
      </button>
    )
  }
  return (
    <form className={styles.addStageForm} onSubmit={handleSubmit}>
      <TextInput
        aria-label={texts.stageName}
        placeholder={texts.stageName}
        size="xs"
        autoFocus
        maxLength={150}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setName(null)
        }}
      />
      <Button type="submit" size="xs" variant="default" disabled={name.trim() === ''}>
        {texts.addStage}
      </Button>
    </form>
  )
}
