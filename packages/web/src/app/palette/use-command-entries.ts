import { useMemo } from 'react'
import { createDialog, newContainerDialog } from '../../platform/dialogs.ts'
import { paths, useGo, useSlug } from '../../platform/navigation.ts'
import { useKeyCommands } from '../../platform/use-keys.ts'
import { useColorScheme } from '../../ui/index.ts'
import { SETTINGS_PAGES } from '../settings/settings-pages.ts'
import type { Entry } from './entry.ts'

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
          group: command.group === 'Go to' ? 'Go to' : 'Commands',
          label: command.label,
          keys: command.keys,
          run: command.run,
        }),
      )
    const others: Entry[] = [
      { id: 'new.project', label: 'New project…', run: () => newContainerDialog.openFor('project') },
      { id: 'new.process', label: 'New process…', run: () => newContainerDialog.openFor('process') },
      { id: 'new.case', label: 'New case…', run: () => newContainerDialog.openFor('case') },
      { id: 'new.list', label: 'New list…', run: () => newContainerDialog.openFor('list') },
      { id: 'new.item', label: 'Create an item…', run: createDialog.open },
      { id: 'scheme.light', label: 'Appearance: light', run: () => scheme.choose('light') },
      { id: 'scheme.dark', label: 'Appearance: dark', run: () => scheme.choose('dark') },
      { id: 'scheme.auto', label: 'Appearance: like the system', run: () => scheme.choose('auto') },
    ].map((entry) => ({ ...entry, group: 'Commands' as const }))
    const settings = SETTINGS_PAGES.map(
      ({ id, label }): Entry => ({
        id: `settings.${id}`,
        group: 'Go to',
        label: `Settings: ${label}`,
        run: () => go(paths.settings(slug, id)),
      }),
    )
    const isKnown = new Set(commands.map(({ label }) => `${label}…`))
    return [...commands, ...others.filter(({ label }) => !isKnown.has(label)), ...settings]
  }, [keyed, slug, go, scheme])
}

/** Of commands that share an id or keys only the topmost is offered. */
function first(commands: ReturnType<typeof useKeyCommands>, index: number): boolean {
  const command = commands[index]
  return commands.findIndex((each) => each.id === command?.id || each.keys === command?.keys) === index
}
