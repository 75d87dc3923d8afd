import { foldText, type WorkItem } from '@millrace/core/work'
import { paths, useSlug } from '../../../../platform/navigation.ts'
import { Link } from '../../../../ui/index.ts'
import { usePracticeNames } from '../../hooks/use-practice-names.ts'
import { textsPractice } from '../../texts-practice.ts'
import styles from './item-panel.module.css'

type Props = { readonly item: WorkItem }

/** Where the practice of an item is described, or that nobody has described it. */
export function ItemPractice({ item }: Props) {
  const slug = useSlug()
  const isNamed = item.practice !== null && item.practice.trim() !== ''
  const names = usePracticeNames(isNamed)
  if (!isNamed || names === undefined) return null
  const fold = foldText(item.practice ?? '')
  const known = names.find(({ folded }) => folded === fold)
  return (
    <p className={styles.hint}>
      {known ? (
        <Link to={paths.practice(slug, known.id)}>{textsPractice.open}</Link>
      ) : (
        <>
          {textsPractice.notDescribed}{' '}
          <Link to={paths.practices(slug)} search={{ describe: item.practice ?? '' }}>
            {textsPractice.describe}
          </Link>
        </>
      )}
    </p>
  )
}
