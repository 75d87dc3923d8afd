import type { OutsideLinkView } from '@millrace/contract'
import { ArrowRight } from 'lucide-react'
import type { CSSProperties } from 'react'
import { Link } from '../../../../ui/index.ts'
import { useTies } from '../../hooks/use-ties.ts'
import { tieName } from '../../model/outside/tie-words.ts'
import { textsOutside as words } from '../../texts-outside.ts'
import styles from './outside.module.css'

type Props = {
  /** Of one row and one direction; the first one is shown, the others are named. */
  readonly links: readonly OutsideLinkView[]
  readonly style?: CSSProperties
}

/** A short arrow from or to work of another project, at the bar that it is tied to. The links of the row say the same. */
export function OutsideStub({ links, style }: Props) {
  const { whenOf, dayOf, targetOf } = useTies()
  const [first] = links
  if (!first) return null
  const target = targetOf(first)
  const sentences = links.map((link) => {
    const stub = link.isIn ? words.stubIn : words.stubOut
    return stub(tieName(link), whenOf(link))
  })
  const label = (
    <>
      {!first.isIn && <ArrowRight size={11} aria-hidden />}
      <span className={styles.name}>
        {first.key === null ? words.someWork : `${first.key} ${first.title ?? ''}`}
      </span>
      <span className={styles.when}>{dayOf(first)}</span>
      {links.length > 1 && <span>{words.more(links.length - 1)}</span>}
      {first.isIn && <ArrowRight size={11} aria-hidden />}
    </>
  )
  const shared = {
    className: styles.stub,
    style,
    'data-in': first.isIn || undefined,
    title: [...sentences, ...(target ? [words.opens] : [])].join('\n'),
  }
  return target ? (
    <Link {...target} {...shared} tabIndex={-1} aria-label={sentences.join('. ')}>
      {label}
    </Link>
  ) : (
    <span {...shared}>{label}</span>
  )
}
