import type { ImportMapping } from '@millrace/contract'
import { useDirectory } from '../../../platform/store/index.ts'
import { SegmentedControl, Select, TextInput } from '../../../ui/index.ts'
import { freeKey } from '../model/mapping.ts'
import { texts } from '../texts.ts'
import styles from './exchange.module.css'

type Target = ImportMapping['target']

type Props = {
  readonly target: Target
  /** A plan can only become part of a project. */
  readonly isPlan: boolean
  readonly onChange: (target: Target) => void
}

const KINDS = ['project', 'process', 'case', 'list'] as const

/** A new container with its name and key, or one that is there. */
export function TargetFields({ target, isPlan, onChange }: Props) {
  const { containers } = useDirectory()
  const open = [...containers.values()].filter(
    (container) =>
      container.archivedAt === null &&
      (!isPlan || container.kind === 'project') &&
      (container.myRole === 'manager' || container.myRole === 'contributor'),
  )
  const keys = new Set([...containers.values()].map((container) => container.key))
  return (
    <>
      <SegmentedControl
        aria-label={texts.targetLabel}
        value={target.kind}
        onChange={(kind) => onChange(kind === 'existing' ? { kind, containerId: '' } : fresh(isPlan))}
        data={(['new', 'existing'] as const).map((value) => ({ value, label: texts.targetKind[value] }))}
        className={styles.targetKind ?? ''}
      />
      {target.kind === 'existing' ? (
        <Select
          label={texts.container}
          searchable
          data={open.map(({ id, key, name }) => ({ value: id, label: `${key} ${name}` }))}
          value={target.containerId === '' ? null : target.containerId}
          onChange={(containerId) => onChange({ kind: 'existing', containerId: containerId ?? '' })}
        />
      ) : (
        <div className={styles.fields}>
          <Select
            label={texts.kind}
            allowDeselect={false}
            disabled={isPlan}
            data={KINDS.map((value) => ({ value, label: texts.containerKind[value] }))}
            value={target.containerKind}
            onChange={(value) =>
              onChange({
                ...target,
                containerKind: KINDS.find((known) => known === value) ?? target.containerKind,
              })
            }
          />
          <TextInput
            label={texts.name}
            value={target.name}
            maxLength={200}
            onChange={(event) => {
              const name = event.currentTarget.value
              // The key follows the name until it is written by hand.
              const follows = target.key === freeKey(target.name, keys)
              onChange({ ...target, name, key: follows ? freeKey(name, keys) : target.key })
            }}
          />
          <TextInput
            label={texts.key}
            value={target.key}
            maxLength={10}
            error={keys.has(target.key)}
            onChange={(event) =>
              onChange({ ...target, key: event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]/g, '') })
            }
          />
          {target.containerKind === 'case' && (
            <>
              <TextInput
                label={texts.subject}
                value={target.subject ?? ''}
                onChange={(event) => onChange({ ...target, subject: event.currentTarget.value })}
              />
              <TextInput
                label={texts.wishedEndState}
                value={target.wishedEndState ?? ''}
                onChange={(event) => onChange({ ...target, wishedEndState: event.currentTarget.value })}
              />
            </>
          )}
        </div>
      )}
    </>
  )
}

function fresh(isPlan: boolean): Target {
  return {
    kind: 'new',
    containerKind: isPlan ? 'project' : 'list',
    key: '',
    name: '',
    subject: null,
    wishedEndState: null,
  }
}
