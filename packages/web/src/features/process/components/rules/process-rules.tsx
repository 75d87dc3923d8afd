import type { DecisionSummary } from '@millrace/contract'
import { Plus, TableProperties } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { useCommands, useEntity } from '../../../../platform/store/index.ts'
import { Button, EmptyState, ErrorState, FileButton, Skeleton } from '../../../../ui/index.ts'
import { useDecision, useDecisions, useKeepDecision } from '../../hooks/use-decisions.ts'
import { readDmnFile } from '../../model/rules/read-dmn-file.ts'
import { textsRules as texts } from '../../texts-rules.ts'
import { DecisionEditor } from './decision-editor.tsx'
import { NewDecision } from './new-decision.tsx'
import styles from './rules.module.css'

type Props = { readonly containerId: string }

/** The rules of a process: its decision models, and the one that is open. */
export function ProcessRules({ containerId }: Props) {
  const container = useEntity('container', containerId)
  const asked = useDecisions(containerId)
  const { run } = useCommands()
  const keep = useKeepDecision()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [isMaking, setMaking] = useState(false)
  const isManager = container?.myRole === 'manager' && container.archivedAt === null
  const decisions = asked.data?.decisions
  if (decisions === undefined) {
    return asked.error === null ? (
      <Skeleton rows={8} />
    ) : (
      <ErrorState title={texts.failed} error={asked.error} onRetry={() => void asked.refetch()} />
    )
  }
  const handleImport = async (file: File | null) => {
    if (file === null) return
    const id = newId()
    const name = file.name.replace(/\.(?:dmn|xml)$/i, '').slice(0, 150) || texts.newTitle
    const dmn = readDmnFile(new Uint8Array(await file.arrayBuffer()))
    const outcome = await run('process.saveDecision', { id, containerId, name, dmn })
    if (!outcome.ok) return
    keep(outcome.output)
    setChosenId(id)
  }
  const add = isManager && (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => setMaking(true)}
      >
        {texts.add}
      </Button>
      <FileButton accept=".dmn,.xml" onChange={(file) => void handleImport(file)}>
        {(props) => (
          <Button size="xs" variant="subtle" {...props}>
            {texts.import}
          </Button>
        )}
      </FileButton>
    </>
  )
  const openId = chosenId ?? decisions.find(({ archivedAt }) => archivedAt === null)?.id ?? null
  return (
    <div className={styles.rules}>
      {decisions.length === 0 ? (
        <div className={styles.blank}>
          <EmptyState
            glyph={<TableProperties size={20} strokeWidth={1.75} />}
            title={texts.emptyTitle}
            sentence={texts.emptySentence}
          />
          <div className={styles.blankTools}>{add}</div>
        </div>
      ) : (
        <>
          <nav className={styles.list} aria-label={texts.list}>
            <ModelList decisions={decisions} chosenId={openId} onChoose={setChosenId} />
            <div className={styles.listTools}>{add}</div>
          </nav>
          {openId !== null && <OpenDecision key={openId} id={openId} isManager={isManager} />}
        </>
      )}
      {isMaking && (
        <NewDecision
          containerId={containerId}
          taken={decisions.flatMap(({ keys }) => keys.map(({ key }) => key))}
          onMade={(id) => {
            setChosenId(id)
            setMaking(false)
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </div>
  )
}

type ListProps = {
  readonly decisions: readonly DecisionSummary[]
  readonly chosenId: string | null
  readonly onChoose: (id: string) => void
}

function ModelList({ decisions, chosenId, onChoose }: ListProps) {
  return (
    <ul className={styles.models}>
      {decisions.map(({ id, name, publishedNumber, isChanged, archivedAt }) => (
        <li key={id}>
          <button
            type="button"
            className={styles.model}
            aria-current={id === chosenId}
            data-archived={archivedAt !== null}
            onClick={() => onChoose(id)}
          >
            <span>{name}</span>
            <small>
              {archivedAt !== null
                ? texts.state.archived
                : publishedNumber === null
                  ? texts.state.draft
                  : [texts.published(publishedNumber), ...(isChanged ? [texts.state.changed] : [])].join(
                      ' · ',
                    )}
            </small>
          </button>
        </li>
      ))}
    </ul>
  )
}

function OpenDecision({ id, isManager }: { readonly id: string; readonly isManager: boolean }) {
  const { data, error, refetch } = useDecision(id)
  const [generation, setGeneration] = useState(0)
  if (data === undefined) {
    return error === null ? (
      <Skeleton rows={8} />
    ) : (
      <ErrorState title={texts.failed} error={error} onRetry={() => void refetch()} />
    )
  }
  return (
    <DecisionEditor
      key={generation}
      view={data}
      isManager={isManager}
      onOutdated={() => setGeneration((count) => count + 1)}
    />
  )
}
