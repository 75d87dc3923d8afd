import { ErrorState, PlainTable, RelativeTime, Section, Skeleton } from '../../../../ui/index.ts'
import { useValueChanges } from '../../hooks/use-repair.ts'
import { placeName, valueWords } from '../../model/standing-words.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import { ActorName } from './actor-name.tsx'
import styles from './instance.module.css'

type Props = { readonly instanceId: string }

/** How the values of an instance came to be what they are: who changed which, when, from what to what. */
export function ValueChanges({ instanceId }: Props) {
  const { data, error, refetch } = useValueChanges(instanceId)
  return (
    <Section title={texts.part.changes}>
      {data === undefined ? (
        error === null ? (
          <Skeleton rows={3} />
        ) : (
          <ErrorState title={texts.failed} error={error} onRetry={() => void refetch()} />
        )
      ) : data.changes.length === 0 ? (
        <p className={styles.soft}>{texts.noChanges}</p>
      ) : (
        <>
          {!data.isWhole && <p className={styles.soft}>{texts.notWhole}</p>}
          <PlainTable
            label={texts.part.changes}
            narrow="cards"
            columns={[texts.name, texts.value, texts.column.who, texts.age]}
          >
            {data.changes.map((change) => (
              <tr key={`${String(change.seq)} ${change.elementId} ${change.name}`}>
                <th scope="row" className={styles.rowName}>
                  {change.name}
                </th>
                <td data-label={texts.value}>
                  <code className={styles.code}>
                    {texts.became(valueWords(change.from), valueWords(change.to))}
                  </code>
                  {change.elementName !== '' && (
                    <span className={styles.soft}> {texts.inside(placeName(change))}</span>
                  )}
                </td>
                <td data-label={texts.column.who}>
                  <ActorName actor={change.actor} />
                  {change.reason !== null && (
                    <span className={styles.soft}> {texts.because(change.reason)}</span>
                  )}
                </td>
                <td data-label={texts.age}>
                  <RelativeTime at={change.at} />
                </td>
              </tr>
            ))}
          </PlainTable>
        </>
      )}
    </Section>
  )
}
