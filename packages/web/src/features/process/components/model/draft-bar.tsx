import { Check, CircleAlert, CircleDashed } from 'lucide-react'
import { call } from '../../../../platform/api.ts'
import { useStore } from '../../../../platform/store/index.ts'
import { Button } from '../../../../ui/index.ts'
import type { useDraft } from '../../hooks/use-draft.ts'
import { modelTexts as texts } from '../../texts-model.ts'
import styles from './model.module.css'

type Props = {
  readonly containerId: string
  readonly draft: ReturnType<typeof useDraft>
  readonly xml: string
  readonly onTheirs: () => void
}

/** Whether what was drawn is kept; where somebody else drew meanwhile, which of both is to stay. */
export function DraftBar({ containerId, draft: { state, overwrite }, xml, onTheirs }: Props) {
  const { organisationId } = useStore()
  if (state.kind !== 'refused') {
    return (
      <output className={styles.soft}>
        {state.kind === 'saved' ? <Check size={13} aria-hidden /> : <CircleDashed size={13} aria-hidden />}{' '}
        {texts[state.kind]}
      </output>
    )
  }
  const isOld = state.refused.code === 'platform.version_old'
  const keepMine = async () => {
    const { model } = await call('process.getModel', { containerId, which: 'draft' }, { organisationId })
    await overwrite(xml, model?.version ?? null)
  }
  return (
    <span role="alert" className={styles.choice}>
      <CircleAlert size={14} aria-hidden />
      {isOld ? texts.someoneElse : `${texts.notSaved}: ${state.refused.sentence}`}
      {isOld && (
        <>
          <Button size="xs" variant="default" onClick={onTheirs}>
            {texts.takeTheirs}
          </Button>
          <Button size="xs" variant="default" onClick={() => void keepMine()}>
            {texts.keepMine}
          </Button>
        </>
      )}
    </span>
  )
}
