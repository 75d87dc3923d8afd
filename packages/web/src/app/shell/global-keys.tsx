import { createDialog } from '../../platform/dialogs.ts'
import { keyboard } from '../../platform/keyboard.ts'
import { useGo, useSlug } from '../../platform/navigation.ts'
import { useCommands } from '../../platform/store/index.ts'
import { useKeys } from '../../platform/use-keys.ts'
import { keyHelp } from '../palette/key-help-state.ts'
import { palette } from '../palette/palette-state.ts'
import { PLACES } from './places.ts'

type Props = { readonly onFold: () => void }

/** The keys that work everywhere: palette, create, go to, undo. */
export function GlobalKeys({ onFold }: Props) {
  const slug = useSlug()
  const go = useGo()
  const { undo, redo } = useCommands()
  const anywhere = { group: 'Anywhere', whileTyping: true } as const
  useKeys([
    {
      ...anywhere,
      id: 'palette',
      keys: 'mod+k',
      label: 'Search and commands',
      run: () => {
        if (palette.read() === null) keyboard.hold()
        palette.toggle()
      },
      inDialogs: true,
      isHidden: true,
    },
    {
      id: 'create',
      keys: 'c',
      label: 'Create an item',
      group: 'Anywhere',
      run: () => {
        keyboard.hold()
        createDialog.open()
      },
    },
    { id: 'help', keys: '?', label: 'Show the keys', group: 'Anywhere', run: keyHelp.open },
    { id: 'fold', keys: '[', label: 'Fold or unfold the sidebar', group: 'Anywhere', run: onFold },
    { id: 'undo', keys: 'mod+z', label: 'Undo', group: 'Anywhere', run: () => undo() },
    { id: 'redo', keys: 'mod+shift+z', label: 'Redo', group: 'Anywhere', run: redo },
    ...PLACES.map((place) => ({
      id: `go.${place.id}`,
      keys: `g ${place.key}`,
      label: `Go to ${place.label}`,
      group: 'Go to',
      run: () => go(place.path(slug)),
    })),
  ])
  return null
}
