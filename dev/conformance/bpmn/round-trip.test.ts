import { expect, test } from 'vitest'
import { differencesOf, keptText } from './round-trip.ts'

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const file = (inside: string, prefix = 'b') =>
  `<${prefix}:definitions xmlns:${prefix}="${MODEL}"><${prefix}:process id="p">${inside}</${prefix}:process></${prefix}:definitions>`

test.each([
  ['prefixes', file('<b:task id="t"/>'), file('<model:task id="t"/>', 'model')],
  [
    'the order of what is said',
    file('<b:task id="a"/><b:task id="b"/>'),
    file('<b:task id="b"/><b:task id="a"/>'),
  ],
  ['defaults of the standard', file('<b:task id="t" startQuantity="1"/>'), file('<b:task id="t"/>')],
  ['space', file('<b:task id="t" name="Fix&#13;&#10;it"/>'), file(' <b:task id="t" name="Fix it"/>')],
])('%s make no difference', (_what, before, after) => {
  expect(differencesOf(before, after)).toEqual([])
})

test('what is lost and what is added is named with its place', () => {
  expect(
    differencesOf(file('<b:task id="t" name="Fix it"/>'), file('<b:task id="t" name="Mend it"/>')),
  ).toEqual(['- definitions/process#p/task#t@name = Fix it', '+ definitions/process#p/task#t@name = Mend it'])
  expect(differencesOf(file('<b:task id="t" startQuantity="2"/>'), file('<b:task id="t"/>'))).toEqual([
    '- definitions/process#p/task#t@startQuantity = 2',
  ])
})

test('bytes come back as they came', () => {
  const latin1 = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a b="\xfc"/>', 'latin1')
  expect(keptText(latin1)).toMatchObject({ ok: true, value: { isSame: true } })
})
