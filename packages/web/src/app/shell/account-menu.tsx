import { useQueryClient } from '@tanstack/react-query'
import { Keyboard, KeyRound, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react'
import { paths, useGo, useSlug } from '../../platform/navigation.ts'
import { signOut } from '../../platform/session.ts'
import { useDirectory } from '../../platform/store/index.ts'
import { type ColorScheme, Menu, PersonAvatar, useColorScheme } from '../../ui/index.ts'
import { keyHelp } from '../palette/key-help-state.ts'
import styles from './organisation-menu.module.css'

type Props = { readonly isFolded?: boolean }

const SCHEMES: readonly { readonly id: ColorScheme; readonly label: string; readonly glyph: typeof Sun }[] = [
  { id: 'light', label: 'Light', glyph: Sun },
  { id: 'dark', label: 'Dark', glyph: Moon },
  { id: 'auto', label: 'Like the system', glyph: Monitor },
]

/** Who is signed in: profile, tokens, light or dark, help, and the way out. */
export function AccountMenu({ isFolded = false }: Props) {
  const { people, me } = useDirectory()
  const person = people.get(me.personId) ?? null
  const scheme = useColorScheme()
  const slug = useSlug()
  const go = useGo()
  const queries = useQueryClient()
  const handleSignOut = async () => {
    await signOut()
    queries.clear()
    go('/sign-in')
  }
  return (
    <Menu width={220} position="top-start">
      <Menu.Target>
        <button type="button" className={styles.button} data-folded={isFolded || undefined}>
          <PersonAvatar person={person} size={22} />
          <span className="visually-hidden">Account: </span>
          <span className={isFolded ? 'visually-hidden' : styles.name}>{person?.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<UserRound size={14} aria-hidden />} onClick={() => go(paths.settings(slug))}>
          Profile and sessions
        </Menu.Item>
        <Menu.Item
          leftSection={<KeyRound size={14} aria-hidden />}
          onClick={() => go(paths.settings(slug, 'tokens'))}
        >
          API tokens
        </Menu.Item>
        <Menu.Item leftSection={<Keyboard size={14} aria-hidden />} onClick={keyHelp.open}>
          Keys
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        {SCHEMES.map(({ id, label, glyph: Glyph }) => (
          <Menu.Item
            key={id}
            role="menuitemradio"
            aria-checked={scheme.chosen === id}
            data-checked={scheme.chosen === id || undefined}
            leftSection={<Glyph size={14} aria-hidden />}
            rightSection={scheme.chosen === id ? <span aria-hidden>✓</span> : undefined}
            onClick={() => scheme.choose(id)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={14} aria-hidden />} onClick={() => void handleSignOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
