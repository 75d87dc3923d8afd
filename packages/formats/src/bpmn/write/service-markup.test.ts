import { expect, test } from 'vitest'
import { readBpmn } from '../index.ts'
import { writeBpmn } from './write-bpmn.ts'

const FILE = `<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:z="z" xmlns:millrace="urn:millrace:bpmn">
  <b:message id="m" name="Paid"><b:extensionElements><z:subscription correlationKey="= order"/></b:extensionElements></b:message>
  <b:process id="p">
    <b:serviceTask id="a"><b:extensionElements><millrace:service kind="http" method="PUT" url="https://pay.example.org/{id}" timeout="PT5S" retries="4" backOff="PT1S,PT1M">
      <millrace:header name="X-Order" value="= id"/><millrace:error status="404" code="GONE"/><millrace:body>= { a: "&lt;" }</millrace:body></millrace:service></b:extensionElements></b:serviceTask>
    <b:serviceTask id="b"><b:extensionElements><z:taskDefinition type="mail" retries="5"/></b:extensionElements></b:serviceTask>
    <b:receiveTask id="c" messageRef="m"/>
  </b:process></b:definitions>`

test('services and messages are read again as they were written, whatever program wrote them first', () => {
  const first = readBpmn(new TextEncoder().encode(FILE))
  if (!first.ok) throw new Error(first.refusal.code)
  expect(readBpmn(new TextEncoder().encode(writeBpmn(first.value, 'd')))).toEqual(first)
})
