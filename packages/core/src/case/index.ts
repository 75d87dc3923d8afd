export {
  CASE_PLACES,
  type CaseItem,
  type CasePlace,
  type CaseWork,
  closeCase,
  placeInCase,
  planItem,
} from './plan-item.ts'
export {
  type CaseStage,
  changeStage,
  STAGE_STATES,
  STAGES_MAX,
  type StageDecision,
  type StageFact,
  type StagePatch,
  type StageState,
} from './stage.ts'
