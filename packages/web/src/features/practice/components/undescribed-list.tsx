import { Button, Section } from '../../../ui/index.ts'
import { useUndescribed } from '../hooks/use-practices.ts'
import { texts } from '../texts.ts'
import styles from './practice.module.css'

type Props = { readonly onDescribe: ((name: string) => void) | null }

const SHOWN_MAX = 30

/** What items name as their practice and nobody has described: work to do. */
export function UndescribedList({ onDescribe }: Props) {
  const { data } = useUndescribed()
  if (!data || data.names.length === 0) return null
  return (
    <div className={styles.group}>
      <Section title={texts.undescribed} sentence={texts.undescribedSentence}>
        <ul className={styles.list}>
          {data.names.slice(0, SHOWN_MAX).map(({ name, count }) => (
            <li key={name} className={styles.line}>
              <span>
                {name} <span className={styles.soft}>{texts.undescribedCount(count)}</span>
              </span>
              {onDescribe && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={texts.describeNamed(name)}
                  onClick={() => onDescribe(name)}
                >
                  {texts.describe}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
