import { useQuery } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { useDirectory, useItemByKey, useStore } from '../platform/store/index.ts'
import { KindGlyph } from './kind-glyph.tsx'
import styles from './markdown-view.module.css'
import type { OwnLink } from './model/own-links.ts'
import { StateShape } from './state-shape.tsx'
import { texts } from './texts.ts'

type Props = { readonly link: OwnLink; readonly bare: string }

/** What a link leads to, for those who may see it; for others it stays the bare link. */
export function OwnLinkChip({ link, bare }: Props) {
  if (link.kind === 'item') return <ItemChip link={link} bare={bare} />
  return <PlaceChip link={link} bare={bare} />
}

function ItemChip({ link: { name, isComment }, bare }: Props) {
  const { organisationId } = useStore()
  const known = useItemByKey(name)
  const asked = useQuery({
    queryKey: ['unfurl', organisationId, name],
    enabled: known === undefined,
    retry: false,
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (await call('work.getItem', { item: name }, { organisationId, signal })).item,
  })
  const item = known ?? asked.data
  const { types } = useDirectory()
  if (!item) return bare
  const state = types.get(item.typeId)?.workflow.states.find(({ id }) => id === item.stateId)?.name ?? ''
  return (
    <span
      className={styles.chip}
      data-done={item.stateGroup === 'done' || undefined}
      title={`${item.key} · ${state}`}
    >
      <StateShape group={item.stateGroup} />
      <span className="visually-hidden">{state}</span>
      <span className={styles.chipKey}>{item.key}</span>
      <span className={styles.chipTitle}>{item.title}</span>
      {isComment && <span className={styles.chipKey}>{texts.comment}</span>}
    </span>
  )
}

function PlaceChip({ link: { kind, name }, bare }: Props) {
  const { containers, views } = useDirectory()
  if (kind === 'view') {
    const view = views.get(name)
    return view ? <span className={styles.chip}>{view.name}</span> : bare
  }
  const container = [...containers.values()].find(({ key }) => key === name)
  if (!container) return bare
  return (
    <span className={styles.chip}>
      <KindGlyph kind={container.kind} />
      <span className={styles.chipTitle}>{container.name}</span>
    </span>
  )
}
