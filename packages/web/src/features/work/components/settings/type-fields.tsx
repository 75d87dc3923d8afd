import { ChevronDown, ChevronUp } from 'lucide-react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { ActionIcon, Checkbox, Switch } from '../../../../ui/index.ts'
import { settingsTexts } from '../../texts-settings.ts'
import styles from './settings.module.css'

type Props = {
  readonly fieldIds: readonly string[] | null
  readonly onChange: (fieldIds: readonly string[] | null) => void
}

/** Which own fields items of a type show, and in which order. */
export function TypeFields({ fieldIds, onChange }: Props) {
  const words = settingsTexts.types
  const fields = [...useDirectory().fields.values()].filter(({ archivedAt }) => archivedAt === null)
  if (fields.length === 0) return <p className={styles.soft}>{words.noFields}</p>
  const allIds = fields.map(({ id }) => id)
  const shown = (fieldIds ?? allIds).filter((id) => allIds.includes(id))
  const byId = new Map(fields.map((field) => [field.id, field]))
  const rows = [...shown, ...allIds.filter((id) => !shown.includes(id))].flatMap((id) => byId.get(id) ?? [])
  const move = (id: string, by: -1 | 1) => {
    const at = shown.indexOf(id)
    onChange(shown.toSpliced(at, 1).toSpliced(at + by, 0, id))
  }
  return (
    <>
      <Switch
        label={words.allFields}
        description={words.allFieldsHint}
        checked={fieldIds === null}
        onChange={(event) => onChange(event.currentTarget.checked ? null : allIds)}
      />
      {fieldIds !== null && (
        <ul className={styles.list}>
          {rows.map(({ id, name }) => {
            const at = shown.indexOf(id)
            return (
              <li key={id} className={styles.line}>
                <Checkbox
                  className={styles.grow}
                  label={name}
                  checked={at >= 0}
                  onChange={() => onChange(at >= 0 ? shown.filter((other) => other !== id) : [...shown, id])}
                />
                <ActionIcon aria-label={words.up(name)} disabled={at < 1} onClick={() => move(id, -1)}>
                  <ChevronUp size={14} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  aria-label={words.down(name)}
                  disabled={at < 0 || at === shown.length - 1}
                  onClick={() => move(id, 1)}
                >
                  <ChevronDown size={14} aria-hidden />
                </ActionIcon>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
