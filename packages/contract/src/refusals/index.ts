export { type RefusalCode, refusalEntry, refusals } from '../refusals.ts'
export { decisionProblems } from './decision-problems.ts'
export { fillSentence, type ParamWords, wordParams } from './fill-sentence.ts'
