import { Users } from 'lucide-react'
import { useDirectory } from '../../../platform/store/index.ts'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/index.ts'
import { useAdoptions } from '../hooks/use-adoptions.ts'
import { useMayKeep } from '../hooks/use-practices.ts'
import { textsUnits as texts } from '../texts-units.ts'
import styles from './practice.module.css'
import { TypePractices } from './type-practices.tsx'
import { UnitMethods } from './unit-methods.tsx'

/** The method sets of the units, and what work of each type follows. */
export function Units() {
  const { teams } = useDirectory()
  const asked = useAdoptions()
  const canKeep = useMayKeep()
  if (asked.data === undefined) {
    return asked.error === null ? (
      <Skeleton rows={8} />
    ) : (
      <ErrorState title={texts.failed} error={asked.error} onRetry={() => void asked.refetch()} />
    )
  }
  const { adoptions } = asked.data
  const live = [...teams.values()]
    .filter(({ archivedAt }) => archivedAt === null)
    .toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <>
      <p className={styles.hint}>{texts.explain}</p>
      {live.length === 0 && (
        <EmptyState
          glyph={<Users size={20} strokeWidth={1.75} />}
          title={texts.noTeamsTitle}
          sentence={texts.noTeamsSentence}
        />
      )}
      {live.map((team) => (
        <UnitMethods
          key={team.id}
          team={team}
          adoptions={adoptions.filter(({ teamId }) => teamId === team.id)}
          canKeep={canKeep}
        />
      ))}
      <TypePractices canKeep={canKeep} />
    </>
  )
}
