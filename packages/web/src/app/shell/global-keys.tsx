import { createDialog } from '../../platform/dialogs.ts'
import { keyboard } from '../../platform/keyboard.ts'
import { useGo, useSlug } from '../../platform/navigation.ts'
import { useCommands } from '../../platform/store/index.ts'
import { useKeys } from '../../platform/use-keys.ts'
import { keyHelp } from '../palette/key-help-state.ts'
import { palette } from '../palette/palette-state.ts'
import { texts } from '../texts.ts'
import { PLACES } from './places.ts'

type Props = { readonly onFold: () => void }

/** The keys that work everywhere: palette, create, go to, undo. */
export function GlobalKeys({ onFold }: Props) {
  const slug = useSlug()
  const go = useGo()
  const { undo, redo } = useCommands()
  const anywhere = { group: texts.keys.anywhere, whileTyping: true } as const
  useKeys([
    {
      ...anywhere,
      id: 'palette',
      keys: 'mod+k',
      label: texts.keys.palette,
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
      label: texts.keys.create,
      group: texts.keys.anywhere,
      run: () => {
        keyboard.hold()
        createDialog.open()
      },
    },
    { id: 'help', keys: '?', label: texts.keys.help, group: texts.keys.anywhere, run: keyHelp.open },
    { id: 'fold', keys: '[', label: texts.keys.fold, group: texts.keys.anywhere, run: onFold },
    { id: 'undo', keys: 'mod+z', label: texts.keys.undo, group: texts.keys.anywhere, run: () => undo() },
    { id: 'redo', keys: 'mod+shift+z', label: texts.keys.redo, group: texts.keys.anywhere, run: redo },
    ...PLACES.map((place) => ({
      id: `go.${place.id}`,
      keys: `g ${place.key}`,
      label: texts.keys.go(place.label),
      group: texts.keys.goTo,
      run: () => go(place.path(slug)),
    })),
  ])
  return null
}
