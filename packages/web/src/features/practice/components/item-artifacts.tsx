import { useState } from 'react'
import { type Item, useDirectory } from '../../../platform/store/index.ts'
import { Button } from '../../../ui/index.ts'
import { useAsked } from '../hooks/use-artifacts.ts'
import { useArtifactTypes } from '../hooks/use-practices.ts'
import { textsArtifacts as texts } from '../texts-artifacts.ts'
import { AskDialog } from './ask-dialog.tsx'
import { AskedLine } from './asked-line.tsx'
import styles from './practice.module.css'

const WRITERS: ReadonlySet<string> = new Set(['contributor', 'manager'])

type Props = { readonly item: Item }

/** What an item makes: artifacts, the states it brings them to, and what shows that they are reached. */
export function ItemArtifacts({ item }: Props) {
  const { containers } = useDirectory()
  const canWrite = item.containerIds.some((id) => WRITERS.has(containers.get(id)?.myRole ?? ''))
  const { data } = useAsked(item.id)
  const types = useArtifactTypes().data?.types ?? []
  const [isAsking, setAsking] = useState(false)
  // Where nobody has named what work makes, nothing is asked.
  if (!data || (types.length === 0 && data.asked.length === 0)) return null
  return (
    <section aria-label={texts.title} className={styles.group}>
      <h3 className={styles.heading}>{texts.title}</h3>
      {data.asked.length === 0 && <p className={styles.soft}>{texts.none}</p>}
      <ul className={styles.list}>
        {data.asked.map((asked) => (
          <AskedLine
            key={asked.artifactId}
            asked={asked}
            artifact={data.artifacts.find(({ id }) => id === asked.artifactId) ?? null}
            types={types}
            canWrite={canWrite}
          />
        ))}
      </ul>
      {canWrite && item.archivedAt === null && (
        <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
          {texts.add}
        </Button>
      )}
      {isAsking && <AskDialog item={item} types={types} onClose={() => setAsking(false)} />}
    </section>
  )
}
