import type { CasePlanView } from '@millrace/contract'
import { Ellipsis } from 'lucide-react'
import type { Container } from '../../../platform/store/index.ts'
import { Button, Menu } from '../../../ui/index.ts'
import type { PlanActs } from '../hooks/use-plan-acts.ts'
import { texts } from '../texts.ts'
import styles from './plan/plan.module.css'

type Props = {
  readonly container: Container
  readonly view: CasePlanView
  readonly canWrite: boolean
  readonly acts: PlanActs
  readonly onClose: () => void
}

/** What the case is about, when it is over, and what stands in the way of that. */
export function CaseHead({ container, view, canWrite, acts, onClose }: Props) {
  const open = view.closing.openRequired.length
  const isRunning = view.status === 'active'
  return (
    <div className={styles.head}>
      <dl className={styles.facts}>
        <div>
          <dt>{texts.subject}</dt>
          <dd>{container.subject}</dd>
        </div>
        <div>
          <dt>{texts.over}</dt>
          <dd>{container.wishedEndState}</dd>
        </div>
      </dl>
      <div className={styles.headEnd}>
        {isRunning && (
          <span className={styles.required} data-open={open > 0 || undefined}>
            {open > 0 ? texts.requiredOpen(open) : texts.nothingRequired}
          </span>
        )}
        {view.status === 'suspended' && <span className={styles.required}>{texts.resting}</span>}
        {!isRunning && view.status !== 'suspended' && <span className={styles.required}>{texts.ended}</span>}
        {canWrite && <HeadActs status={view.status} acts={acts} onClose={onClose} />}
      </div>
    </div>
  )
}

function HeadActs({
  status,
  acts,
  onClose,
}: Pick<Props, 'acts' | 'onClose'> & { readonly status: CasePlanView['status'] }) {
  if (status === 'suspended')
    return (
      <Button size="xs" onClick={() => acts.actOnCase('resume')}>
        {texts.resume}
      </Button>
    )
  if (status === 'closed')
    return (
      <Button size="xs" variant="default" onClick={() => acts.actOnCase('reactivate')}>
        {texts.reactivate}
      </Button>
    )
  return (
    <>
      {status !== 'active' && (
        <Button size="xs" variant="default" onClick={() => acts.actOnCase('reactivate')}>
          {texts.reactivate}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={onClose}>
        {texts.close}
      </Button>
      {status === 'active' && (
        <Menu position="bottom-end">
          <Menu.Target>
            <button type="button" className="plain-button" aria-label={texts.caseActions}>
              <Ellipsis size={14} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => acts.actOnCase('suspend')}>{texts.suspend}</Menu.Item>
            <Menu.Item onClick={() => acts.actOnCase('terminate')}>{texts.giveUpCase}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}
