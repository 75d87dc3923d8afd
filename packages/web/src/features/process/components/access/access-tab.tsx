import type { GrantView } from '@millrace/contract'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../platform/api.ts'
import { useDirectory, useEntity, useStore } from '../../../../platform/store/index.ts'
import { ErrorState } from '../../../../ui/index.ts'
import { PROCESS_ACTS, whoMay } from '../../model/who-may.ts'
import { accessTexts as texts } from '../../texts-access.ts'
import styles from './access.module.css'

type Props = {
  readonly containerId: string
  /** Where access is given and taken. */
  readonly grants: ReactNode
}

/** Who may see, work on, change and repair a process, in words; beside it, where that is changed. */
export function AccessTab({ containerId, grants }: Props) {
  const { organisationId } = useStore()
  const container = useEntity('container', containerId)
  const nameOf = useGranteeName()
  const asked = useQuery({
    queryKey: ['work.listGrants', organisationId, containerId],
    queryFn: async ({ signal }) => await call('work.listGrants', { containerId }, { organisationId, signal }),
  })
  const given = { isOpen: container?.visibility === 'open', grants: asked.data?.grants ?? [] }
  return (
    <div className={styles.tab}>
      <section className={styles.what}>
        <h2>{texts.title}</h2>
        {asked.error ? (
          <ErrorState title={texts.failed} error={asked.error} onRetry={() => void asked.refetch()} />
        ) : (
          <dl className={styles.list}>
            {PROCESS_ACTS.map((act) => {
              const { everybody, grants: named } = whoMay(act, given)
              const who = [...(everybody ? [texts.everybody] : []), ...named.map(nameOf), texts.admins]
              return (
                <div key={act} className={styles.act}>
                  <dt>{texts.act[act]}</dt>
                  <dd>{[...new Set(who)].join(', ')}</dd>
                </div>
              )
            })}
          </dl>
        )}
        <p className={styles.note}>{texts.note}</p>
      </section>
      {grants}
    </div>
  )
}

function useGranteeName(): (grant: GrantView) => string {
  const { people, teams } = useDirectory()
  return ({ personId, teamId }) => {
    const team = teams.get(teamId ?? '')
    return people.get(personId ?? '')?.name ?? (team ? texts.team(team.name) : texts.gone)
  }
}
