import type { StageView } from '@millrace/contract'
import { rankBetween } from '@millrace/core/work'
import { Ellipsis } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { Input } from '../../../platform/api.ts'
import { useCommands } from '../../../platform/store/index.ts'
import { Button, Menu, Modal, TextInput } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './case.module.css'

type Props = {
  readonly stage: StageView
  readonly stages: readonly StageView[]
  readonly index: number
  readonly onChanged: () => void
}

/** Starts, completes, names and moves a stage. */
export function StageMenu({ stage, stages, index, onChanged }: Props) {
  const { run } = useCommands()
  const [name, setName] = useState<string | null>(null)
  const change = (patch: Input<'case.changeStage'>['patch']) =>
    void run('case.changeStage', { id: stage.id, patch }).then(onChanged)
  const move = (by: -1 | 1) => {
    const [below, above] =
      by < 0 ? [stages[index - 2], stages[index - 1]] : [stages[index + 1], stages[index + 2]]
    change({ rank: rankBetween(below?.rank ?? null, above?.rank ?? null) })
  }
  const handleRename = (event: FormEvent) => {
    event.preventDefault()
    if (name !== null && name.trim() !== '') change({ name: name.trim() })
    setName(null)
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className="plain-button" aria-label={texts.stageActions(stage.name)}>
            <Ellipsis size={14} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {stage.state === 'available' && (
            <Menu.Item onClick={() => change({ state: 'active' })}>{texts.start}</Menu.Item>
          )}
          {stage.state === 'active' && (
            <Menu.Item onClick={() => change({ state: 'completed' })}>{texts.complete}</Menu.Item>
          )}
          {stage.state === 'completed' && (
            <Menu.Item onClick={() => change({ state: 'active' })}>{texts.reopen}</Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => setName(stage.name)}>{texts.rename}</Menu.Item>
          <Menu.Item disabled={index === 0} onClick={() => move(-1)}>
            {texts.earlier}
          </Menu.Item>
          <Menu.Item disabled={index === stages.length - 1} onClick={() => move(1)}>
            {texts.later}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={name !== null} onClose={() => setName(null)} title={texts.stageName} size={360}>
        <form className={styles.rename} onSubmit={handleRename}>
          <TextInput
            aria-label={texts.stageName}
            value={name ?? ''}
            maxLength={150}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit">{texts.save}</Button>
        </form>
      </Modal>
    </>
  )
}
