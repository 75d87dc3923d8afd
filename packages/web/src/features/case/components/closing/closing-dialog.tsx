import type { CasePlanView } from '@millrace/contract'
import { useQueryClient } from '@tanstack/react-query'
import type { Input } from '../../../../platform/api.ts'
import { type Call, type Container, callOf, useCommands, useStore } from '../../../../platform/store/index.ts'
import { Button, Group, Modal } from '../../../../ui/index.ts'
import { closingTexts as texts } from '../../texts-closing.ts'
import { AcceptancePart } from './acceptance-part.tsx'
import styles from './closing.module.css'
import { ClosingDemands } from './closing-demands.tsx'
import { NoticePart } from './notice-part.tsx'

type Props = {
  readonly container: Container
  readonly view: CasePlanView
  readonly onClose: () => void
}

/** Closes a case: what is missing, who accepts the outcome, and who was told of it. */
export function ClosingDialog({ container, view, onClose }: Props) {
  const { containerId, closing, items } = view
  const { runBatch } = useCommands()
  const { organisationId } = useStore()
  const client = useQueryClient()
  const say = async (call: Call): Promise<boolean> => {
    const outcome = await runBatch([call])
    if (outcome.ok) client.setQueryData(['case.getPlan', organisationId, containerId], outcome.results.at(-1))
    return outcome.ok
  }
  const demand = (patch: Input<'case.setClosing'>['patch']) =>
    void say(callOf('case.setClosing', { containerId, patch }))
  const open = closing.openRequired.map((id) => items.find((item) => item.planItemId === id)?.name ?? id)
  const isReady =
    open.length === 0 &&
    (!closing.needsAcceptance || closing.acceptedAt !== null) &&
    (!closing.needsNotice || closing.noticedAt !== null)
  return (
    <Modal opened onClose={onClose} title={texts.title(container.name)} size={560}>
      <div className={styles.closing}>
        {open.length === 0 ? (
          <p>{texts.nothingMissing}</p>
        ) : (
          <div>
            <p>{texts.missing}</p>
            <ul>
              {open.map((name, place) => (
                <li key={place}>{name}</li>
              ))}
            </ul>
          </div>
        )}
        <ClosingDemands closing={closing} onChange={demand} />
        {closing.needsAcceptance && (
          <AcceptancePart
            closing={closing}
            ownerId={container.ownerId}
            isOpen={open.length > 0}
            onAccept={(note) => void say(callOf('case.acceptOutcome', { containerId, note }))}
          />
        )}
        {closing.needsNotice && (
          <NoticePart
            closing={closing}
            isOpen={open.length > 0 || (closing.needsAcceptance && closing.acceptedAt === null)}
            onNotice={(to, way) => void say(callOf('case.giveNotice', { containerId, to, way }))}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button
            disabled={!isReady}
            onClick={() =>
              void say(callOf('case.closeCase', { containerId })).then((isDone) => {
                if (isDone) onClose()
              })
            }
          >
            {texts.close}
          </Button>
        </Group>
      </div>
    </Modal>
  )
}
