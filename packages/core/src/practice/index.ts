export {
  ADOPTION_CHECKS,
  ADOPTION_STATES,
  type Adoption,
  type AdoptionEvidence,
  type AdoptionState,
  moveAdoption,
  nextReview,
} from './adoption.ts'
export {
  AREA_MARKS,
  type AreaCell,
  type AreaFacts,
  type AreaGap,
  type AreaMark,
  areaTable,
} from './area-table.ts'
export { type ArtifactEvidence, type AskedArtifact, deliverArtifact } from './artifact.ts'
export {
  ARTIFACT_KINDS,
  type ArtifactKind,
  type ArtifactState,
  type ArtifactTypeFacts,
  checkArtifactType,
} from './artifact-type.ts'
export {
  EFFECT_SAMPLE_MIN,
  type Estimate,
  type FlowPiece,
  type FlowSummary,
  type PracticeEffect,
  practiceEffect,
} from './effect.ts'
export { lackedQualifications, versionFollowed } from './followed.ts'
export {
  type FinishedPiece,
  type MeasuredNorm,
  measureNorm,
  NORM_SAMPLE_MIN,
  type Spread,
  spreadOf,
} from './norm.ts'
export {
  ATTACHMENT_KINDS,
  checkComplete,
  checkNorm,
  isSameDescription,
  type NormRange,
  type PracticeAttachment,
  type PracticeDescription,
  type PracticeFacts,
  type PracticeNorm,
  type PracticeRole,
  publishDescription,
} from './practice.ts'
export {
  type AskedChange,
  type ChangeKind,
  changePracticeOfType,
  METHODS_AREA,
} from './practice-change.ts'
export { checkPrecedence, type Ordered } from './precedence.ts'
