import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type Output } from '../../../platform/api.ts'
import { useSearchText } from '../../../platform/navigation.ts'
import { wordsOf } from '../../../platform/refused.ts'
import { Button, PlainTable, Section } from '../../../ui/index.ts'
import { SECURITY_KEY } from '../hooks/use-security.ts'
import { doorAddress } from '../model/door-address.ts'
import { providerTexts } from '../texts-providers.ts'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './security.module.css'

type Props = Pick<Output<'identity.getSecurity'>, 'connections' | 'connectProof'>

/** The providers of my organisations: which of them sign me in. */
export function ConnectionSection({ connections, connectProof }: Props) {
  const { problem } = useSearchText()
  const queries = useQueryClient()
  const disconnect = useMutation({
    mutationFn: (id: string) => call('identity.disconnectProvider', { id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: SECURITY_KEY }),
  })
  const words = providerTexts.security
  return (
    <Section title={words.title} sentence={words.sentence}>
      <ProblemAlert problem={(problem === undefined ? null : wordsOf(problem, {})) ?? null} />
      <PlainTable label={words.title} columns={words.columns}>
        {connections.map(({ providerId, name, organisation, isConnected }) => (
          <tr key={providerId}>
            <td>{name}</td>
            <td className={styles.soft}>{organisation}</td>
            <td className={styles.end}>
              {isConnected ? (
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  loading={disconnect.isPending && disconnect.variables === providerId}
                  aria-label={words.disconnectFrom(name)}
                  onClick={() => disconnect.mutate(providerId)}
                >
                  {words.disconnect}
                </Button>
              ) : (
                <Button
                  component="a"
                  variant="default"
                  size="compact-sm"
                  href={doorAddress(providerId, location.pathname, connectProof)}
                  aria-label={words.connectTo(name)}
                >
                  {words.connect}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </PlainTable>
    </Section>
  )
}
