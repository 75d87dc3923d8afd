import { isComputed } from '@millrace/core/work'
import { TextCursorInput } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type Field, useCommands, useDirectory } from '../../../platform/store/index.ts'
import { Button, EmptyState, PlainTable, Section } from '../../../ui/index.ts'
import { FieldDialog } from '../components/settings/field-dialog.tsx'
import styles from '../components/settings/settings.module.css'
import { howComputed } from '../model/field-values.ts'
import { settingsTexts } from '../texts-settings.ts'

/** Custom fields: add, rename, change choices, retire. */
export function FieldsPage() {
  const { fields, me } = useDirectory()
  const { run } = useCommands()
  const [open, setOpen] = useState<{ readonly field: Field | null } | null>(null)
  const words = settingsTexts.fields
  const mayChange = me.orgRole === 'owner' || me.orgRole === 'admin'
  const inUse = useMemo(
    () =>
      [...fields.values()]
        .filter(({ archivedAt }) => archivedAt === null)
        .toSorted((a, b) => (a.rank < b.rank ? -1 : 1)),
    [fields],
  )
  const add = { label: words.add, onClick: () => setOpen({ field: null }) }
  return (
    <Section
      title={words.title}
      sentence={words.sentence}
      actions={mayChange && inUse.length > 0 && <Button onClick={add.onClick}>{add.label}</Button>}
    >
      {inUse.length === 0 && (
        <EmptyState
          glyph={<TextCursorInput size={20} strokeWidth={1.75} />}
          title={words.title}
          sentence={words.empty}
          {...(mayChange ? { action: add } : {})}
        />
      )}
      {inUse.length > 0 && (
        <PlainTable label={words.title} columns={words.columns}>
          {inUse.map((field) => (
            <tr key={field.id}>
              <td>
                {field.name}
                {(field.seenBy || field.changedBy) && (
                  <div className={styles.soft}>
                    {words.ruled(field.seenBy !== null, field.changedBy !== null)}
                  </div>
                )}
              </td>
              <td className={styles.soft}>
                {words.kinds[field.kind]}
                {isComputed(field) && (
                  <>
                    : <code className={styles.wrap}>{howComputed(field)}</code>
                  </>
                )}
                {field.kind === 'choice' && `: ${field.options.map(({ name }) => name).join(', ')}`}
              </td>
              <td>
                <code>{field.key}</code>
              </td>
              <td className={styles.end}>
                {mayChange && (
                  <>
                    <Button
                      variant="subtle"
                      color="gray"
                      size="compact-sm"
                      onClick={() => setOpen({ field })}
                    >
                      {words.edit}
                    </Button>
                    <Button
                      variant="subtle"
                      color="gray"
                      size="compact-sm"
                      onClick={() =>
                        void run(
                          'work.changeField',
                          { id: field.id, patch: { isArchived: true } },
                          { undoLabel: words.retired(field.name) },
                        )
                      }
                    >
                      {words.retire}
                    </Button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {open && <FieldDialog field={open.field} onClose={() => setOpen(null)} />}
    </Section>
  )
}
