export {
  announceLanguage,
  chooseLanguage,
  isLanguageChosen,
  language,
  languageFacts,
  MIRRORED,
  offeredLanguages,
} from './language.ts'
export { plural } from './plural.ts'
export { type Catalogue, named, type Translated, words } from './words.ts'
