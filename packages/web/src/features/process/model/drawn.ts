import { ensureDiagram } from '@millrace/formats/bpmn'

/** The file with a picture: its own, or one that is laid out for it. The file that is kept stays as it is. */
export function drawn(xml: string): string {
  const made = ensureDiagram(xml)
  return made.ok ? made.value : xml
}
