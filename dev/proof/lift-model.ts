import { bpmn, line, served } from '../../packages/server/src/features/process/testing/served-process.ts'

/** What outside workers fetch, and the message that instances wait for. */
export const [TOPIC, MESSAGE] = ['print', 'approved']

/** What is told to an instance on its way through: steps of people and services, and what it waits for. */
export const [COMPLETED, HAPPENED] = [5, 2]

/** Elements that an instance leaves once each: there is no loop, and every way is gone. */
export const ELEMENTS = 12

/**
 * A process in which people, an outside worker, an HTTP endpoint, a timer and a message each do their part, some of
 * them at the same time.
 */
export function liftModel(peerOrigin: string): string {
  const http = `<millrace:service kind="http" method="POST" url="${peerOrigin}/charge/{lift}" retries="100" backOff="PT0.05S"/>`
  const worker = `<millrace:service kind="worker" topic="${TOPIC}" retries="100"/>`
  const wait = '<bpmn:timeDuration>PT1S</bpmn:timeDuration>'
  return bpmn(
    'lift',
    `<bpmn:startEvent id="s"/><bpmn:userTask id="a" name="Look"/><bpmn:parallelGateway id="p"/>
<bpmn:userTask id="b" name="Mend"/>${served('print', worker)}${served('charge', http)}<bpmn:parallelGateway id="q"/>
<bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition>${wait}</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
<bpmn:intermediateCatchEvent id="m"><bpmn:messageEventDefinition messageRef="message"/></bpmn:intermediateCatchEvent>
<bpmn:parallelGateway id="r"/><bpmn:userTask id="d" name="Test"/><bpmn:endEvent id="e"/>
${line('s', 'a', 'p', 'b', 'q')}${line('p', 'print', 'q')}${line('p', 'charge', 'q')}${line('p', 'm', 'r')}
${line('q', 't', 'r', 'd', 'e')}`,
    `<bpmn:message id="message" name="${MESSAGE}"><bpmn:extensionElements><millrace:subscription correlationKey="= lift"/></bpmn:extensionElements></bpmn:message>`,
  )
}
