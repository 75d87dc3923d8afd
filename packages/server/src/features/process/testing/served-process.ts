import { newId } from '../../../platform/ids.ts'
import type { Scene } from '../../../platform/testing/scene.ts'

/** A model of which only what matters is written, and messages and signals beside it. */
export function bpmn(id: string, inside: string, beside = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:millrace="urn:millrace:bpmn" targetNamespace="urn:test">
${beside}<bpmn:process id="${id}" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`
}

/** Flows from one element to the next, along a line. */
export function line(...ids: readonly string[]): string {
  return ids
    .slice(1)
    .map(
      (id, place) =>
        `<bpmn:sequenceFlow id="${ids[place]}-${id}" sourceRef="${ids[place]}" targetRef="${id}"/>`,
    )
    .join('')
}

/** A task that a service does, with what the service says. */
export function served(id: string, service: string, more = ''): string {
  return `<bpmn:serviceTask id="${id}"><bpmn:extensionElements>${service}${more}</bpmn:extensionElements></bpmn:serviceTask>`
}

/** Publishes a model in a container of its own. */
export async function openProcess(scene: Scene, xml: string): Promise<string> {
  const containerId = await scene.addContainer('process')
  await scene.run('manager', 'process.publishModel', { containerId, xml })
  return containerId
}

/** Starts an instance. */
export async function startIn(
  scene: Scene,
  containerId: string,
  values: Record<string, string | number> = {},
) {
  const input = { id: newId(), containerId, title: 'Lift repair', values }
  return await scene.run('contributor', 'process.startInstance', input)
}

/** What an instance knows, where its tokens are, and in which state it is. */
export async function whereIs(scene: Scene, instanceId: string) {
  const [instance] = await scene.sql('select state, scopes from process_instance where id = $1', [instanceId])
  const tokens = await scene.sql('select node, state from process_token where instance_id = $1 order by id', [
    instanceId,
  ])
  const scopes = instance?.['scopes'] as readonly { readonly variables: unknown }[] // As the engine wrote them.
  return {
    state: instance?.['state'],
    variables: scopes[0]?.variables,
    at: tokens.map(({ node, state }) => (state === 'stuck' ? `${String(node)} (stuck)` : node)),
  }
}
