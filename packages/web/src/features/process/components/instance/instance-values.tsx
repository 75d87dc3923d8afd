import type { InstanceView, StandingView } from '@millrace/contract'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button, PlainTable, Section } from '../../../../ui/index.ts'
import { placeName, valueWords } from '../../model/standing-words.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import styles from './instance.module.css'
import { type EditedValue, ValueDialog } from './value-dialog.tsx'

type Props = {
  readonly instance: InstanceView
  readonly standing: StandingView
  readonly canRepair: boolean
}

/** What an instance knows, part by part; whoever manages the process changes it here. */
export function InstanceValues({ instance, standing, canRepair }: Props) {
  const [edited, setEdited] = useState<EditedValue | null>(null)
  const rows = standing.scopes.flatMap((scope) =>
    Object.entries(scope.values).map(([name, value]) => ({ scope, name, value })),
  )
  const root = standing.scopes[0]
  const canChange = canRepair && root !== undefined
  return (
    <Section
      title={texts.part.values}
      actions={
        canChange && (
          <Button
            size="xs"
            variant="default"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => setEdited({ scopeId: root.id, name: null, value: null })}
          >
            {texts.addValue}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className={styles.soft}>{texts.noValues}</p>
      ) : (
        <PlainTable label={texts.part.values} columns={[texts.name, texts.value, '']}>
          {rows.map(({ scope, name, value }) => (
            <tr key={`${String(scope.id)} ${name}`}>
              <th scope="row" className={styles.rowName}>
                {name}
                {scope.parentId !== null && (
                  <span className={styles.soft}> {texts.inside(placeName(scope))}</span>
                )}
              </th>
              <td>
                <code className={styles.code}>{valueWords(value, 400)}</code>
              </td>
              <td className={styles.end}>
                {canChange && (
                  <Button
                    size="xs"
                    variant="subtle"
                    aria-label={texts.changeTitle(name)}
                    onClick={() => setEdited({ scopeId: scope.id, name, value })}
                  >
                    {texts.change}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {edited && <ValueDialog instanceId={instance.id} edited={edited} onClose={() => setEdited(null)} />}
    </Section>
  )
}
