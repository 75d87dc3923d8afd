import type { StandingView } from '@millrace/contract'
import { Wrench } from 'lucide-react'
import { useState } from 'react'
import type { Input } from '../../../../platform/api.ts'
import { useCommands } from '../../../../platform/store/index.ts'
import { ActionIcon, Menu, Select } from '../../../../ui/index.ts'
import { placeName } from '../../model/standing-words.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import { ReasonDialog } from '../repair/reason-dialog.tsx'

type Kind = 'retry' | 'skip' | 'move' | 'remove'
type Act = Input<'process.repairInstance'>['act']

type Props = {
  readonly instanceId: string
  readonly token: StandingView['tokens'][number]
  readonly elements: StandingView['elements']
}

/** What can be done to a token by hand. */
export function RepairMenu({ instanceId, token, elements }: Props) {
  const [kind, setKind] = useState<Kind | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const { run } = useCommands()
  const kinds: readonly Kind[] = [
    ...(token.why === 'stuck' ? (['retry'] as const) : []),
    'skip',
    'move',
    'remove',
  ]
  const handleGo = async (reason: string) => {
    const act = kind && actOf(kind, token.id, to)
    if (!act) return null
    const outcome = await run('process.repairInstance', { id: instanceId, act, reason }, { isSilent: true })
    return outcome.ok ? null : outcome.refused
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={24} aria-label={texts.repair(placeName(token))}>
            <Wrench size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {kinds.map((each) => (
            <Menu.Item
              key={each}
              {...(each === 'remove' ? { color: 'red' } : {})}
              onClick={() => setKind(each)}
            >
              {texts.act[each]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {kind && (
        <ReasonDialog
          title={`${texts.act[kind].replace('…', '')}: ${placeName(token)}`}
          what={texts.actWhat[kind]}
          isReady={kind !== 'move' || to !== null}
          isDanger={kind === 'remove'}
          onGo={handleGo}
          onClose={() => setKind(null)}
        >
          {kind === 'move' && (
            <Select
              label={texts.moveTo}
              data={elements
                .filter(({ inside, elementId }) => inside === token.inside && elementId !== token.elementId)
                .map((element) => ({ value: element.elementId, label: placeName(element) }))}
              value={to}
              searchable
              data-autofocus
              onChange={setTo}
            />
          )}
        </ReasonDialog>
      )}
    </>
  )
}

function actOf(kind: Kind, tokenId: number, to: string | null): Act | null {
  if (kind !== 'move') return { kind, tokenId }
  return to === null ? null : { kind, tokenId, to }
}
