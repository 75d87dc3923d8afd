import { call } from '../../platform/api.ts'
import { chooseLanguage, language, offeredLanguages } from '../../platform/language/index.ts'
import { explain } from '../../platform/refused.ts'
import { Menu, notifications } from '../../ui/index.ts'
import { texts } from '../texts.ts'

/** The language that Millrace speaks with this person, here and wherever they sign in. */
export function LanguageChoice() {
  const handleChoice = async (wanted: string) => {
    const tag = offeredLanguages.find((offered) => offered.tag === wanted)?.tag
    if (tag === undefined) return
    try {
      await call('identity.changeAccount', { language: tag })
      chooseLanguage(tag)
    } catch (error) {
      const { sentence, remedy } = explain(error)
      notifications.show({ kind: 'problem', title: sentence, message: remedy })
    }
  }
  return (
    <>
      <Menu.Label>{texts.account.language}</Menu.Label>
      <Menu.RadioGroup value={language} onChange={(wanted) => void handleChoice(wanted)}>
        {offeredLanguages.map(({ tag, name }) => (
          <Menu.RadioItem key={tag} value={tag} lang={tag} closeMenuOnClick>
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}
