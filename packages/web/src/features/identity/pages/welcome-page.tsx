import { Compass, FolderInput, Sprout } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../platform/api.ts'
import { paths, useGo } from '../../../platform/navigation.ts'
import { ChoiceCard } from '../components/choice-card.tsx'
import { DemoDoor } from '../components/demo-door.tsx'
import { FoundForm } from '../components/found-form.tsx'
import { texts } from '../texts.ts'
import styles from './welcome-page.module.css'

type Props = { readonly me: Output<'identity.getMe'> }
type Choice = 'demo' | 'fresh' | 'import'

const DEMO_SLUG = 'harbour-tower'

/** The first run: look around in the demo, start one's own, or bring work along. */
export function WelcomePage({ me }: Props) {
  const demo = me.organisations.find(({ slug }) => slug === DEMO_SLUG)
  const [choice, setChoice] = useState<Choice>(demo ? 'demo' : 'fresh')
  const go = useGo()
  const words = texts.welcome
  return (
    <main className={styles.page}>
      <img src="/millrace.svg" alt="" width={36} height={36} />
      <h1 className={styles.title}>{words.title}</h1>
      <p className={styles.sentence}>{words.sentence}</p>
      <div className={styles.choices}>
        <ChoiceCard
          glyph={Compass}
          title={words.demo.title}
          sentence={words.demo.sentence}
          isChosen={choice === 'demo'}
          onChoose={() => setChoice('demo')}
        />
        <ChoiceCard
          glyph={Sprout}
          title={words.fresh.title}
          sentence={words.fresh.sentence}
          isChosen={choice === 'fresh'}
          onChoose={() => setChoice('fresh')}
        />
        <ChoiceCard
          glyph={FolderInput}
          title={words.import.title}
          sentence={words.import.sentence}
          isChosen={choice === 'import'}
          onChoose={() => setChoice('import')}
        />
      </div>
      {choice === 'demo' ? (
        <DemoDoor slug={demo?.slug ?? null} />
      ) : (
        <FoundForm
          key={choice}
          asksForTemplate={choice === 'fresh'}
          submit={words[choice].submit}
          onFounded={(slug) => go(choice === 'import' ? paths.imports(slug) : paths.my(slug))}
        />
      )}
    </main>
  )
}
