import type { KeyCommand } from '../../../../platform/keyboard.ts'
import { paths, useGo, usePeek, useSlug } from '../../../../platform/navigation.ts'
import { useKeys } from '../../../../platform/use-keys.ts'
import type { DrawnNet } from '../../model/network/drawn-net.ts'
import { type StepTo, stepFrom } from '../../model/network/step.ts'
import { textsGestures } from '../../texts-gestures.ts'
import { textsNetwork } from '../../texts-network.ts'

type Keys = {
  readonly net: DrawnNet
  /** Number of the item that keys act upon; -1: none yet. */
  readonly at: number
  readonly onCursor: (itemId: string) => void
  readonly onResize: (by: 1 | -1) => void
  readonly onFrame: () => void
}

const { keys: words } = textsNetwork

/** The keys of the network: along the links, nearer and farther. */
export function useNetworkKeys({ net, at, onCursor, onResize, onFrame }: Keys): void {
  const slug = useSlug()
  const go = useGo()
  const peek = usePeek()
  const row = net.rows[at]
  const step = (to: StepTo) => () => {
    const next = net.rows[at < 0 ? 0 : stepFrom(at, to, net)]
    if (next) onCursor(next.itemId)
  }
  const key = (id: string, keys: string, [label, run]: readonly [string, () => void]): KeyCommand => ({
    id: `network.${id}`,
    keys,
    label,
    group: textsNetwork.group,
    run,
  })
  const hidden = (command: KeyCommand): KeyCommand => ({ ...command, isHidden: true })
  useKeys([
    hidden(key('next', 'ArrowRight', [words.next, step('next')])),
    hidden(key('previous', 'ArrowLeft', [words.previous, step('previous')])),
    hidden(key('up', 'ArrowUp', [words.up, step('up')])),
    hidden(key('down', 'ArrowDown', [words.down, step('down')])),
    key('larger', '+', [textsNetwork.larger, () => onResize(1)]),
    key('smaller', '-', [textsNetwork.smaller, () => onResize(-1)]),
    key('frame', 'f', [words.frame, onFrame]),
    hidden(key('peek', 'Space', [textsGestures.keys.peek, () => row && peek.open(row.key)])),
    hidden(key('open', 'Enter', [textsGestures.keys.open, () => row && go(paths.item(slug, row.key))])),
  ])
}
