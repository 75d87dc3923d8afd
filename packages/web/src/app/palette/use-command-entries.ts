import { useMemo } from 'react'
import { newContainerDialog, templateDialog } from '../../platform/dialogs.ts'
import { paths, useGo, useSlug } from '../../platform/navigation.ts'
import { useKeyCommands } from '../../platform/use-keys.ts'
import { useColorScheme } from '../../ui/index.ts'
import { SETTINGS_PAGES } from '../settings/settings-pages.ts'
import { texts } from '../texts.ts'
import type { Entry } from './entry.ts'

/** Menus open and close within 100 ms. */
const PALETTE_GONE_MS = 200

/** Commands that a key can reach now, and some that have no key. */
export function useCommandEntries(): readonly Entry[] {
  const keyed = useKeyCommands()
  const slug = useSlug()
  const go = useGo()
  const scheme = useColorScheme()
  return useMemo(() => {
    const commands = keyed
      .filter((command, index) => !command.isHidden && command.isOn?.() !== false && first(keyed, index))
      .map(
        (command): Entry => ({
          id: command.id,
          group: command.group === texts.keys.goTo ? 'places' : 'commands',
          label: command.label,
          keys: command.keys,
          run: command.run,
        }),
      )
    const others: Entry[] = [
      {
        id: 'new.project',
        label: texts.palette.fresh.project,
        run: () => newContainerDialog.openFor('project'),
      },
      {
        id: 'new.process',
        label: texts.palette.fresh.process,
        run: () => newContainerDialog.openFor('process'),
      },
      { id: 'new.case', label: texts.palette.fresh.case, run: () => newContainerDialog.openFor('case') },
      { id: 'new.list', label: texts.palette.fresh.list, run: () => newContainerDialog.openFor('list') },
      { id: 'new.template', label: texts.palette.fromTemplate, run: () => templateDialog.open() },
      { id: 'print', label: texts.palette.print, run: printSoon },
      { id: 'scheme.light', label: texts.palette.appearance.light, run: () => scheme.choose('light') },
      { id: 'scheme.dark', label: texts.palette.appearance.dark, run: () => scheme.choose('dark') },
      { id: 'scheme.auto', label: texts.palette.appearance.auto, run: () => scheme.choose('auto') },
    ].map((entry) => ({ ...entry, group: 'commands' as const }))
    const settings = SETTINGS_PAGES.map(
      ({ id, label }): Entry => ({
        id: `settings.${id}`,
        group: 'places',
        label: texts.palette.settings(label),
        run: () => go(paths.settings(slug, id)),
      }),
    )
    return [...commands, ...others, ...settings]
  }, [keyed, slug, go, scheme])
}

/** Of commands that share an id or keys only the topmost is offered. */
function first(commands: ReturnType<typeof useKeyCommands>, index: number): boolean {
  const command = commands[index]
  return commands.findIndex((each) => each.id === command?.id || each.keys === command?.keys) === index
}

/** The palette is gone by then, and not on the paper. */
function printSoon(): void {
  setTimeout(() => window.print(), PALETTE_GONE_MS)
}
