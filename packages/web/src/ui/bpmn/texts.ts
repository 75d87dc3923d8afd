import { words } from '../../platform/language/model-words.ts'

/** What a picture of a model says. */
export const texts = words('ui/bpmn/texts', {
  tools: 'Zoom',
  zoomIn: 'Nearer',
  zoomOut: 'Farther',
  fit: 'Show all',
  keysHint: 'Arrow keys lead along the flow, Enter opens, + and − zoom, 0 shows all.',
})
