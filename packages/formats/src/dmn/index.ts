export { editTable } from './edit-table.ts'
export { type DecisionText, editDecisionText, listDecisionTexts } from './edit-text.ts'
export type { EditedInput, EditedOutput, EditedRule, EditedTable } from './edited-table.ts'
export {
  DMN_FILE_PROBLEM_CODES,
  DMN_REFUSAL_CODES,
  type DmnFileProblem,
  type DmnFileProblemCode,
} from './limits.ts'
export { type NewDecisionTable, newDecisionTable } from './new-decision-table.ts'
export { type DmnFile, readDmn } from './read-dmn.ts'
export { writeDmn } from './write-dmn.ts'
