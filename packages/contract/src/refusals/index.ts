export { fillSentence, type RefusalCode, refusalEntry, refusals } from '../refusals.ts'
