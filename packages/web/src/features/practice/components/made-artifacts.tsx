import type { ArtifactTypeView } from '@millrace/contract'
import { paths, useSlug } from '../../../platform/navigation.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { Link, PlainTable, Section } from '../../../ui/index.ts'
import { useArtifacts } from '../hooks/use-artifacts.ts'
import { textsArtifacts as texts } from '../texts-artifacts.ts'
import styles from './practice.module.css'

const { column } = texts

/** The artifacts that work has made, and how far they are. */
export function MadeArtifacts({ types }: { readonly types: readonly ArtifactTypeView[] }) {
  const slug = useSlug()
  const { containers } = useDirectory()
  const { data } = useArtifacts(null)
  const live = data?.artifacts.filter(({ archivedAt }) => archivedAt === null) ?? []
  return (
    <div className={styles.group}>
      <Section title={texts.made} sentence={texts.madeSentence}>
        {live.length === 0 ? (
          <p className={styles.soft}>{texts.nothingMade}</p>
        ) : (
          <PlainTable label={texts.made} narrow="cards" columns={Object.values(column)}>
            {live.map((artifact) => {
              const type = types.find(({ id }) => id === artifact.typeId)
              const state = type?.states.find(({ id }) => id === artifact.stateId)
              const container = containers.get(artifact.containerId)
              return (
                <tr key={artifact.id}>
                  <td data-label={column.name}>{artifact.name}</td>
                  <td data-label={column.type}>{type?.name}</td>
                  <td data-label={column.state}>{state?.name ?? texts.noState}</td>
                  <td data-label={column.where}>
                    {artifact.link}{' '}
                    {artifact.edition > 1 && (
                      <span className={styles.soft}>{texts.edition(artifact.edition)}</span>
                    )}
                  </td>
                  <td data-label={column.place}>
                    {container && <Link to={paths.container(slug, container.key)}>{container.name}</Link>}
                  </td>
                </tr>
              )
            })}
          </PlainTable>
        )}
      </Section>
    </div>
  )
}
