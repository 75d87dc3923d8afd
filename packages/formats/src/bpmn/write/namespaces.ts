/** The namespaces of files that are written here, by the prefixes that programs are used to. */
export const NAMESPACES = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:camunda': 'http://camunda.org/schema/1.0/bpmn',
  'xmlns:millrace': 'urn:millrace:bpmn',
} as const
