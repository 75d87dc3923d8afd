import { NEWS_KINDS } from '@millrace/core/notify'
import { useDirectory } from '../../../platform/store/index.ts'
import { Button, ErrorState, Section, Skeleton, Switch } from '../../../ui/index.ts'
import { type Mutes, useMutes } from '../hooks/use-mutes.ts'
import { texts } from '../texts.ts'
import { textsNews } from '../texts-news.ts'
import { textsWishes } from '../texts-wishes.ts'
import styles from './notifications-page.module.css'

const words = textsWishes.settings
/** A reminder is what one asked for oneself. */
const KINDS = NEWS_KINDS.filter((kind) => kind !== 'reminder')

/** What a person is told of: kind by kind, and the places they muted. */
export function NotificationsPage() {
  const mutes = useMutes()
  if (mutes.error) return <ErrorState title={words.failed} error={mutes.error} onRetry={mutes.retry} />
  if (mutes.mutes === undefined) return <Skeleton rows={8} />
  return (
    <>
      <Section title={words.title} sentence={words.sentence}>
        <ul className={styles.list}>
          {KINDS.map((kind) => {
            const muted = { containerId: null, kind }
            const { name, hint } = textsNews.kinds[kind]
            return (
              <li key={kind} className={styles.line}>
                <Switch
                  label={name}
                  description={hint}
                  checked={!mutes.isMuted(muted)}
                  onChange={(event) =>
                    void (event.currentTarget.checked
                      ? mutes.unmute(muted, texts.did.unmuteContainer(name))
                      : mutes.mute(muted, texts.did.muteKind(name)))
                  }
                />
              </li>
            )
          })}
        </ul>
      </Section>
      <Section title={words.containers} sentence={words.containersSentence}>
        <MutedPlaces mutes={mutes} />
      </Section>
    </>
  )
}

function MutedPlaces({ mutes }: { readonly mutes: Mutes }) {
  const { containers } = useDirectory()
  const places = mutes.mutes?.flatMap(({ containerId, kind }) => {
    const container = containers.get(containerId ?? '')
    if (!container || kind === 'reminder') return []
    const name =
      kind === null ? container.name : words.inContainer(textsNews.kinds[kind].name, container.name)
    return [{ containerId: container.id, kind, name }]
  })
  if (!places || places.length === 0) return <p className={styles.none}>{words.none}</p>
  return (
    <ul className={styles.list}>
      {places.map(({ containerId, kind, name }) => (
        <li key={`${containerId} ${kind ?? ''}`} className={styles.line}>
          <span className={styles.name}>{name}</span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void mutes.unmute({ containerId, kind }, texts.did.unmuteContainer(name))}
          >
            {words.again}
          </Button>
        </li>
      ))}
    </ul>
  )
}
