export { type EntryTexts, entryVector } from './entry-vector.ts'
export { excerptOf, markHits, type TextPart } from './excerpt.ts'
export {
  hitsOf,
  type IsHit,
  isNearTitle,
  nearHitsOf,
  readQuestion,
  type SearchQuestion,
  textQuery,
  titleQuery,
} from './question.ts'
export { isSpeltLike, similarityFloors } from './spelling.ts'
export { stemOf, wordsOf } from './words.ts'
