import type { AuditView } from '@millrace/contract'
import { useDirectory } from '../../../platform/store/index.ts'
import { formatInstant, PersonAvatar } from '../../../ui/index.ts'
import { auditTexts } from '../texts-audit.ts'
import styles from './audit.module.css'

type Props = { readonly entry: AuditView }

/** One thing that was done: when, by whom, what, and whom it concerned. */
export function AuditRow({ entry }: Props) {
  const { people, teams } = useDirectory()
  const { at, kind, actorId, name, aboutId, role } = entry
  const actor = actorId === null ? null : (people.get(actorId) ?? null)
  // Whoever signs in concerns nobody besides.
  const about =
    aboutId === null || aboutId === actorId ? undefined : (people.get(aboutId) ?? teams.get(aboutId))
  const roles: Readonly<Record<string, string>> = auditTexts.roles
  const [when, who, what, concerned] = auditTexts.columns
  return (
    <tr>
      <td className={styles.when} data-label={when}>
        {formatInstant(at)}
      </td>
      <td data-label={who}>
        <span className={styles.who}>
          {actor && <PersonAvatar person={actor} size={20} />}
          {actor?.name ?? auditTexts.system}
        </span>
      </td>
      <td data-label={what}>
        {auditTexts.kinds[kind] ?? kind} {name !== '' && <strong>{name}</strong>}
      </td>
      <td className={styles.soft} data-label={concerned}>
        {[about?.name, role === null ? undefined : (roles[role] ?? role)].filter(Boolean).join(', ')}
      </td>
    </tr>
  )
}
