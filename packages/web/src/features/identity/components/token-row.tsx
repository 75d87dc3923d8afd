import type { Output } from '../../../platform/api.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { Button, formatInstant, RelativeTime } from '../../../ui/index.ts'
import { settingsTexts } from '../texts-settings.ts'
import styles from './settings-form.module.css'

type Props = {
  readonly token: Output<'identity.listTokens'>['tokens'][number]
  readonly isBusy: boolean
  readonly onRevoke: () => void
}

/** One token: what for, how it begins, what it may do, until when. */
export function TokenRow({ token, isBusy, onRevoke }: Props) {
  const { me, people } = useDirectory()
  const words = settingsTexts.tokens
  const owner = token.personId === me.personId ? undefined : people.get(token.personId)
  return (
    <tr>
      <td>
        {token.name}
        {owner && <span className={styles.soft}> · {owner.name}</span>}
      </td>
      <td>
        <code>{token.hint}…</code>
      </td>
      <td className={styles.soft}>{token.scopes.map((scope) => words.short[scope]).join(', ')}</td>
      <td className={styles.soft}>
        {token.lastUsedAt === null ? words.never : <RelativeTime at={token.lastUsedAt} />}
      </td>
      <td className={styles.soft}>
        {token.expiresAt === null ? words.never : formatInstant(token.expiresAt)}
      </td>
      <td className={styles.end}>
        <Button variant="subtle" color="red" size="compact-sm" loading={isBusy} onClick={onRevoke}>
          {words.revoke}
        </Button>
      </td>
    </tr>
  )
}
