import type { BpmnService } from '@millrace/core/process'
import { child, childrenOf, type XmlElement } from '../xml/index.ts'

const NOTHING: BpmnService = {
  ...{ kind: 'worker', topic: null, method: null, url: null, body: null, headers: [], errors: [] },
  ...{ timeout: null, retries: null, backOff: null },
}

/**
 * What a task asks of a service: in our own words, or by the topic that Camunda 7 and Operaton (`topic`) and Camunda 8
 * (`taskDefinition`) write.
 *
 * @param topic of an attribute of the task
 */
export function readService(extensions: XmlElement | undefined, topic: string | null): BpmnService | null {
  const own = child(extensions, 'service')
  if (own) return readOwn(own)
  const definition = child(extensions, 'taskDefinition')
  if (definition) {
    const headers = childrenOf(child(extensions, 'taskHeaders'), 'header')
    return {
      ...NOTHING,
      topic: definition.attributes.type ?? null,
      retries: definition.attributes.retries ?? null,
      headers: headers.map(({ attributes }) => ({
        name: attributes.key ?? '',
        value: attributes.value ?? '',
      })),
    }
  }
  return topic === null ? null : { ...NOTHING, topic }
}

function readOwn(service: XmlElement): BpmnService {
  const said = (name: string) => service.attributes[name]?.trim() || null
  const body = child(service, 'body')?.text.trim() ?? ''
  return {
    kind: said('kind') ?? '',
    topic: said('topic'),
    method: said('method'),
    url: said('url'),
    body: body === '' ? null : { text: body, language: null },
    headers: childrenOf(service, 'header').map(({ attributes }) => ({
      ...{ name: attributes.name?.trim() ?? '', value: attributes.value?.trim() ?? '' },
    })),
    errors: childrenOf(service, 'error').map(({ attributes }) => ({
      ...{ status: attributes.status ?? '', code: attributes.code?.trim() ?? '' },
    })),
    timeout: said('timeout'),
    retries: said('retries'),
    backOff: said('backOff'),
  }
}
