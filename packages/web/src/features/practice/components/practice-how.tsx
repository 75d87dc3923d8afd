import type { PracticeView } from '@millrace/contract'
import { Square } from 'lucide-react'
import { paths, useSlug } from '../../../platform/navigation.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { Link, Markdown, Section } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './practice.module.css'

const { page } = texts

type Props = { readonly practice: PracticeView }

/** How a practice is carried out, as its draft says, and whether that is what work follows. */
export function PracticeHow({ practice }: Props) {
  const { description, publishedNumber, isChanged } = practice
  const { body, checklist, attachment } = description
  const isEmpty = body.trim() === '' && checklist.length === 0 && attachment === null
  return (
    <Section title={page.how}>
      {isChanged && (
        <p className={styles.notice}>
          {publishedNumber === null ? page.draft : page.draftChanged(publishedNumber)}
        </p>
      )}
      {isEmpty && <p className={styles.soft}>{page.notDescribed}</p>}
      {body.trim() !== '' && <Markdown text={body} />}
      {checklist.length > 0 && <Checklist lines={checklist} />}
      {attachment && <Attached attachment={attachment} />}
    </Section>
  )
}

function Checklist({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div className={styles.group}>
      <h3 className={styles.heading}>{page.checklist}</h3>
      <ul className={styles.checklist}>
        {lines.map((line) => (
          <li key={line}>
            <Square size={12} aria-hidden />
            {line}
          </li>
        ))}
      </ul>
    </div>
  )
}

type AttachedProps = { readonly attachment: NonNullable<PracticeView['description']['attachment']> }

function Attached({ attachment: { kind, id } }: AttachedProps) {
  const slug = useSlug()
  const { containers } = useDirectory()
  const process = kind === 'process' ? containers.get(id) : undefined
  return (
    <div className={styles.group}>
      <h3 className={styles.heading}>{page.attached}</h3>
      {process ? (
        <Link to={paths.container(slug, process.key, 'plan')}>{process.name}</Link>
      ) : kind === 'template' ? (
        <Link to={paths.settings(slug, 'templates')}>{page.attachment.template}</Link>
      ) : (
        page.attachment[kind]
      )}
    </div>
  )
}
