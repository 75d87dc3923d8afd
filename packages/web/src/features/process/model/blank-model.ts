import { newId } from '../../../platform/new-id.ts'

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL'

/** The elements of a process in BPMN, without a picture. */
export function modelFile(name: string, inside: string): string {
  const id = `Process_${newId().replaceAll('-', '').slice(-12)}`
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="${MODEL}" xmlns:millrace="urn:millrace:bpmn" id="Definitions_1" targetNamespace="urn:millrace:process">
  <bpmn:process id="${id}" name="${escaped(name)}" isExecutable="true">${inside}</bpmn:process>
</bpmn:definitions>
`
}

/** A process that begins, and nothing else yet. */
export function blankModel(name: string): string {
  return modelFile(name, '<bpmn:startEvent id="Start_1"/>')
}

/** A text as it stands in an attribute. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
