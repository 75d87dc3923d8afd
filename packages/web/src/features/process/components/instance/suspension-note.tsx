import type { InstanceView } from '@millrace/contract'
import { Pause } from 'lucide-react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { formatInstant } from '../../../../ui/index.ts'
import { textsRepair } from '../../texts-repair.ts'
import { textsSuspend as texts } from '../../texts-suspend.ts'
import styles from './instance.module.css'

type Props = { readonly suspension: NonNullable<InstanceView['suspension']> }

/** Who suspended an instance, when and why, and what that means. */
export function SuspensionNote({ suspension }: Props) {
  const { people } = useDirectory()
  const who = people.get(suspension.by ?? '')?.name ?? texts.somebody
  return (
    <div className={styles.note}>
      <Pause size={16} aria-hidden />
      <div>
        <strong>{texts.suspendedBy(who, formatInstant(suspension.at))}</strong>
        <p className={styles.reason}>{textsRepair.because(suspension.reason)}</p>
        <p className={styles.soft}>{texts.what}</p>
      </div>
    </div>
  )
}
