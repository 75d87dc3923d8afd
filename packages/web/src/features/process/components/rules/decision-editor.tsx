import type { DecisionView } from '@millrace/contract'
import { useState } from 'react'
import { Alert, Select } from '../../../../ui/index.ts'
import { useDecisionDraft } from '../../hooks/use-decision-draft.ts'
import { lookAt } from '../../model/rules/looked-at.ts'
import { textsRules as texts } from '../../texts-rules.ts'
import { DecisionActions } from './decision-actions.tsx'
import styles from './rules.module.css'
import { firstTable, TableEditor } from './table-editor.tsx'
import { TextsEditor } from './texts-editor.tsx'

type Props = {
  readonly view: DecisionView
  readonly isManager: boolean
  /** The file is another one now: begin anew with it. */
  readonly onOutdated: () => void
}

/** One decision model: its decisions, the draft, and publishing it. */
export function DecisionEditor({ view, isManager, onOutdated }: Props) {
  const draft = useDecisionDraft(view, onOutdated)
  const isChangeable = isManager && view.archivedAt === null
  // A decision is changed within the file as it is when it is opened.
  const [{ opened, key }, setOpen] = useState(() => openedAt(view.dmn, null))
  const decisions = opened?.model.decisions ?? []
  const decision = decisions.find(({ id }) => id === key) ?? null
  const first = decision === null ? null : firstTable(decision)
  return (
    <section className={styles.decision} aria-label={view.name}>
      <header className={styles.header}>
        <h3>{view.name}</h3>
        {decisions.length > 1 && (
          <Select
            size="xs"
            aria-label={texts.choose}
            data={decisions.map(({ id, name }) => ({ value: id, label: name }))}
            value={key}
            allowDeselect={false}
            onChange={(next) => setOpen(openedAt(draft.dmn, next))}
          />
        )}
        {key !== null && <span className={styles.soft}>{texts.key(key)}</span>}
        <DecisionActions view={view} draft={draft} isManager={isManager} onReplaced={onOutdated} />
      </header>
      {draft.refused !== null && (
        <Alert color="red" className={styles.alert} title={draft.refused.sentence}>
          {draft.refused.remedy}
        </Alert>
      )}
      {opened === null && <p className={styles.panelEmpty}>{texts.unreadable}</p>}
      {opened !== null && decisions.length === 0 && <p className={styles.panelEmpty}>{texts.noDecision}</p>}
      {decision !== null && first !== null && (
        <TableEditor
          key={decision.id}
          view={view}
          decision={decision}
          first={first}
          draft={draft}
          isManager={isChangeable}
        />
      )}
      {decision !== null && first === null && (
        <TextsEditor
          key={decision.id}
          view={view}
          decision={decision}
          draft={draft}
          isManager={isChangeable}
        />
      )}
    </section>
  )
}

function openedAt(dmn: string, key: string | null) {
  const opened = lookAt(dmn)
  return { opened, key: key ?? opened?.model.decisions[0]?.id ?? null }
}
