import { lazyPart } from '../../platform/lazy-part.ts'
import type { BpmnViewerProps } from './bpmn-viewer.tsx'
import type { BpmnEditorProps } from './editor/bpmn-editor.tsx'

export type { Badge, Mark } from './badge.ts'
export type { BpmnViewerProps } from './bpmn-viewer.tsx'
export type { BpmnEditorProps } from './editor/bpmn-editor.tsx'
export {
  type AdHocProperties,
  APPENDED_KINDS,
  type Appended,
  type ConditionProperties,
  type DecisionProperties,
  type ElementPatch,
  type ElementProperties,
  type LoopProperties,
  type MappedValue,
  type MappingProperties,
  type ReferenceProperties,
  type ServiceProperties,
  type TimerProperties,
  type Way,
  type WorkProperties,
} from './editor/element-properties.ts'
export type { ModelEditor } from './editor/model-editor.ts'
export type { Picture } from './picture.ts'
export type { DrawnWords } from './picture-keys.ts'

/** A model to look at. It is fetched when the first one is shown. */
export const BpmnViewer = lazyPart<BpmnViewerProps>(
  async () => (await import('./bpmn-viewer.tsx')).BpmnViewer,
)

/** A model to draw upon. It is fetched when somebody begins to. */
export const BpmnEditor = lazyPart<BpmnEditorProps>(
  async () => (await import('./editor/bpmn-editor.tsx')).BpmnEditor,
)
