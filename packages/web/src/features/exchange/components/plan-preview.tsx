import type { ImportProfile } from '@millrace/contract'
import { plural } from '../../../platform/language/index.ts'
import { formatCount, formatDay } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './exchange.module.css'

type Props = { readonly profile: Extract<ImportProfile, { readonly format: 'mspdi' }> }

/** What a plan file holds, and its first lines in their outline. */
export function PlanPreview({ profile }: Props) {
  return (
    <section className={styles.block}>
      <h2>{texts.holds}</h2>
      <ul className={styles.counts}>
        {Object.entries(texts.planCount)
          .filter(([name]) => (profile.counts[name] ?? 0) > 0)
          .map(([name, words]) => (
            <li key={name}>
              <strong>{formatCount(profile.counts[name] ?? 0)}</strong>{' '}
              {plural(words, profile.counts[name] ?? 0)}
            </li>
          ))}
      </ul>
      <h2>{texts.previewTasks}</h2>
      <table className={styles.table}>
        <tbody>
          {profile.tasks.map((task) => (
            <tr key={task.line}>
              <td style={{ paddingInlineStart: task.level * 16 }} data-strong={task.level === 1 || undefined}>
                {task.isMilestone && '◆ '}
                {task.title}
              </td>
              <td className={styles.soft}>{task.startsOn === null ? '' : formatDay(task.startsOn)}</td>
              <td className={styles.soft}>{task.finishesOn === null ? '' : formatDay(task.finishesOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
