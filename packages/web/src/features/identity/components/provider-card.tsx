import { explain } from '../../../platform/refused.ts'
import { Alert, Button } from '../../../ui/index.ts'
import type { Provider, useProviders } from '../hooks/use-providers.ts'
import { providerTexts } from '../texts-providers.ts'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './provider-card.module.css'
import { SecretCopy } from './secret-copy.tsx'

type Props = {
  readonly provider: Provider
  readonly test: ReturnType<typeof useProviders>['test']
  /** Null: one may only look and test. */
  readonly onChange: (() => void) | null
}

/** A provider: what it is, whom it lets in, the address to register, and whether it works. */
export function ProviderCard({ provider, test, onChange }: Props) {
  const { id, name, issuer, domains, admits, admittedRole, isEnabled, callback } = provider
  const words = providerTexts
  const isTested = test.variables === id
  const who = admits === 'known' ? words.facts.known : words.facts[admittedRole]
  const result = isTested ? test.data : undefined
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.name}>
          {name} {!isEnabled && <span className={styles.soft}>{words.off}</span>}
        </h3>
        <div className={styles.buttons}>
          <Button
            variant="default"
            size="compact-sm"
            loading={isTested && test.isPending}
            aria-label={words.testOf(name)}
            onClick={() => test.mutate(id)}
          >
            {words.test}
          </Button>
          {onChange && (
            <Button variant="default" size="compact-sm" aria-label={words.editOf(name)} onClick={onChange}>
              {words.edit}
            </Button>
          )}
        </div>
      </div>
      <p className={styles.soft}>{issuer}</p>
      <p className={styles.soft}>
        {who}
        {domains.length > 0 && `, ${words.facts.domains(domains.join(', '))}`}
      </p>
      <SecretCopy label={words.callback} text={location.origin + callback} />
      {isTested && test.error && <ProblemAlert problem={explain(test.error)} />}
      {result && (
        <Alert color="green" role="status">
          {result.secret === 'ok' && result.redirect === 'ok'
            ? words.result.good
            : `${words.result.issuer} ${words.result.secret[result.secret]} ${words.result.redirect[result.redirect]}`}{' '}
          {words.result.next}
        </Alert>
      )}
    </li>
  )
}
