import type { CasePlanItemView } from '@millrace/contract'
import { useDirectory } from '../../../../platform/store/index.ts'
import { formatInstant, Modal } from '../../../../ui/index.ts'
import { sayCause, sayPart } from '../../model/sentence.ts'
import { texts } from '../../texts.ts'
import styles from './plan.module.css'

type Props = { readonly plan: CasePlanItemView; readonly onClose: () => void }

/** Why something of the plan is where it is. */
export function WhyDialog({ plan, onClose }: Props) {
  const { people } = useDirectory()
  const { cause, since, state } = plan
  if (cause === null) return null
  return (
    <Modal opened onClose={onClose} title={texts.whyOf(plan.name)} size={440}>
      <p>
        {state !== null && texts.state[state]}
        {since !== null && ` ${texts.since(formatInstant(since))}`}
      </p>
      <p>{sayCause(cause, (id) => people.get(id)?.name ?? '')}</p>
      {cause.parts.length > 0 && (
        <ul className={styles.causes}>
          {cause.parts.map((part, place) => (
            <li key={place}>{sayPart(part)}</li>
          ))}
        </ul>
      )}
    </Modal>
  )
}
