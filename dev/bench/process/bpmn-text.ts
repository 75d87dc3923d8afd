/** Flows from one element to the next. */
export function chain(...ids: readonly string[]): string {
  return ids
    .slice(1)
    .map((id, place) => flow(ids[place] ?? '', id))
    .join('')
}

/** One flow. */
export function flow(from: string, to: string): string {
  return `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"/>`
}

/** A model of one process. */
export function modelOf(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:millrace="urn:millrace:bpmn" id="bench" targetNamespace="bench"><process id="p" isExecutable="true">${inside}</process></definitions>`
}

/** Tasks of people, one after the other, behind what comes first. */
export function tasksAfter(
  first: { readonly id: string; readonly xml: string } | null,
  count: number,
): string {
  const ids = Array.from({ length: count }, (_, place) => `t${place + 1}`)
  const tasks = ids.map((id) => `<userTask id="${id}" name="Task ${id}"/>`).join('')
  const line = chain('s', ...(first ? [first.id] : []), ...ids, 'z')
  return modelOf(`<startEvent id="s"/>${first?.xml ?? ''}${tasks}<endEvent id="z"/>${line}`)
}
