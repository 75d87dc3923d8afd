import { chooseLanguage, language, offeredLanguages } from '../../../platform/language/index.ts'
import styles from './account-card.module.css'

/** The other languages, each by its own name, for people who are not signed in yet. */
export function LanguageLinks() {
  return (
    <p className={styles.foot}>
      {offeredLanguages
        .filter(({ tag }) => tag !== language)
        .map(({ tag, name }) => (
          <button
            key={tag}
            type="button"
            className={styles.language}
            lang={tag}
            onClick={() => chooseLanguage(tag)}
          >
            {name}
          </button>
        ))}
    </p>
  )
}
