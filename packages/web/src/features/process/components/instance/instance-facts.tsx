import type { StandingView } from '@millrace/contract'
import { FileText } from 'lucide-react'
import { paths, usePeek, useSlug } from '../../../../platform/navigation.ts'
import { useDirectory, useStore } from '../../../../platform/store/index.ts'
import { formatEffort, formatMoney, Link, Section } from '../../../../ui/index.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import styles from './instance.module.css'

type Props = { readonly standing: StandingView }

/** What the items of an instance sum up to, their files, and the instances around it. */
export function InstanceFacts({ standing }: Props) {
  const slug = useSlug()
  const { organisation } = useDirectory()
  const { sums, children, parent } = standing
  return (
    <>
      <Section title={texts.part.sums}>
        <dl className={styles.sums}>
          <dt>{texts.effort}</dt>
          <dd>{formatEffort(sums.effortMin)}</dd>
          <dt>{texts.spent}</dt>
          <dd>{formatEffort(sums.spentMin)}</dd>
          <dt>{texts.delay}</dt>
          <dd>{formatMoney(sums.costOfDelayMinor, organisation.currency)}</dd>
        </dl>
      </Section>
      <Files standing={standing} />
      {(parent !== null || children.length > 0) && (
        <Section title={texts.part.related}>
          <ul className={styles.list}>
            {parent && (
              <li>
                {texts.calledBy}{' '}
                <Link to={paths.instance(slug, parent.id)}>
                  #{parent.number} {parent.title}
                </Link>
              </li>
            )}
            {children.map((one) => (
              <li key={one.id}>
                <Link to={paths.instance(slug, one.id)}>
                  #{one.number} {one.title}
                </Link>{' '}
                <span className={styles.soft}>{texts.state[one.state]}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Files({ standing: { files, sums } }: Props) {
  const peek = usePeek()
  const { pool } = useStore()
  return (
    <Section title={texts.part.files}>
      {files.length === 0 ? (
        <p className={styles.soft}>{texts.noFiles}</p>
      ) : (
        <ul className={styles.list}>
          {files.map((file) => (
            <li key={file.id}>
              <FileText size={14} aria-hidden />{' '}
              <button
                type="button"
                className={styles.link}
                onClick={() => {
                  const item = pool.read('item', file.itemId)
                  if (item) peek.open(item.key)
                }}
              >
                {file.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {sums.fileCount > files.length && <p className={styles.soft}>{texts.moreFiles(sums.fileCount)}</p>}
    </Section>
  )
}
