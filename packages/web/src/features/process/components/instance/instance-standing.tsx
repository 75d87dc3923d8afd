import type { InstanceView, StandingView } from '@millrace/contract'
import { Clock, TriangleAlert } from 'lucide-react'
import { usePeek } from '../../../../platform/navigation.ts'
import { useDirectory, useItem } from '../../../../platform/store/index.ts'
import { formatDay, Section, useNow } from '../../../../ui/index.ts'
import { formatClockSpan } from '../../model/clock-span.ts'
import { besideWords, causeWords, tokenWords } from '../../model/standing-words.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import styles from './instance.module.css'
import { RepairMenu } from './repair-menu.tsx'

type Props = {
  readonly instance: InstanceView
  readonly standing: StandingView
  readonly canRepair: boolean
}

/** Where an instance is and why: each of its tokens as a sentence, what else it waits for, and what is wrong. */
export function InstanceStanding({ instance, standing, canRepair }: Props) {
  const beside = besideWords(standing)
  return (
    <Section title={texts.part.standing}>
      {instance.state !== 'running' && <p>{texts.overSentence[instance.state]}</p>}
      <ul className={styles.places}>
        {standing.tokens.map((token) => (
          <Place
            key={token.id}
            instanceId={instance.id}
            token={token}
            standing={standing}
            canRepair={canRepair}
          />
        ))}
        {beside.map(({ id, sentence }) => (
          <li key={`wait-${String(id)}`} className={styles.beside}>
            <Clock size={14} aria-hidden />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type PlaceProps = {
  readonly instanceId: string
  readonly token: StandingView['tokens'][number]
  readonly standing: StandingView
  readonly canRepair: boolean
}

function Place({ instanceId, token, standing, canRepair }: PlaceProps) {
  const now = useNow()
  const peek = usePeek()
  const { people } = useDirectory()
  const item = useItem(token.itemId)
  const who = people.get(item?.responsibleId ?? '')?.name ?? null
  const waits = standing.waits.filter(({ tokenId }) => tokenId === token.id)
  const incident = standing.incidents.find(({ tokenId }) => tokenId === token.id)
  return (
    <li className={styles.place} data-why={token.why}>
      {token.why === 'stuck' ? (
        <TriangleAlert size={14} aria-hidden />
      ) : (
        <span className={styles.mark} aria-hidden />
      )}
      <div className={styles.placeText}>
        <p>
          {item ? (
            <button type="button" className={styles.link} onClick={() => peek.open(item.key)}>
              {tokenWords(token, waits, who)}
            </button>
          ) : (
            tokenWords(token, waits, who)
          )}
          <span className={styles.soft}>
            {' '}
            {texts.here(formatClockSpan(now - token.since))}
            {item?.dueOn && `, ${texts.dueOn(formatDay(item.dueOn))}`}
          </span>
        </p>
        {incident && (
          <p className={styles.why}>
            {texts.problem[incident.kind]}: {causeWords(incident.text)}
          </p>
        )}
      </div>
      {canRepair && token.why !== 'inside' && (
        <RepairMenu instanceId={instanceId} token={token} elements={standing.elements} />
      )}
    </li>
  )
}
