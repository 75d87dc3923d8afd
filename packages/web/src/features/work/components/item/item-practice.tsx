import type { WorkItem } from '@millrace/core/work'
import { TriangleAlert } from 'lucide-react'
import { paths, useSlug } from '../../../../platform/navigation.ts'
import { Link } from '../../../../ui/index.ts'
import { usePracticeOf } from '../../hooks/use-practice-of.ts'
import { textsPractice as texts } from '../../texts-practice.ts'
import styles from './item-panel.module.css'

type Props = { readonly item: WorkItem }

/** Where the practice of an item is described and in which version, or that nobody has described it. */
export function ItemPractice({ item }: Props) {
  const slug = useSlug()
  const followed = usePracticeOf(item)
  if (followed === undefined) return null
  const { practice, version, lacked } = followed
  return (
    <>
      <p className={styles.hint}>
        {practice ? (
          <>
            <Link to={paths.practice(slug, practice.id)}>{texts.open}</Link>
            {' · '}
            {version === null ? texts.draft : texts.follows(version)}
          </>
        ) : (
          <>
            {texts.notDescribed}{' '}
            <Link to={paths.practices(slug)} search={{ describe: item.practice ?? '' }}>
              {texts.describe}
            </Link>
          </>
        )}
      </p>
      {lacked.length > 0 && (
        <p className={styles.lacked}>
          <TriangleAlert size={13} aria-hidden /> {texts.lacks(lacked)}
        </p>
      )}
    </>
  )
}
