import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runGroup } from './run-group.ts'

const folder = mkdtempSync(join(tmpdir(), 'millrace-dmn-'))
afterAll(() => rmSync(folder, { recursive: true }))

writeFileSync(
  join(folder, 'own.dmn'),
  `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="own" name="own">
    <inputData id="n" name="n"><variable name="n" typeRef="number"/></inputData>
    <decision id="d" name="d"><informationRequirement><requiredInput href="#n"/></informationRequirement>
      <literalExpression><text>{half: n / 2, day: date("2026-01-02"), list: [n, null]}</text></literalExpression></decision>
  </definitions>`,
)

const expected = (half: string, day: string) => `<expected>
  <component name="half"><value xsi:type="xsd:decimal">${half}</value></component>
  <component name="day"><value xsi:type="xsd:date">${day}</value></component>
  <component name="list"><list><item><value xsi:type="xsd:double">3</value></item><item><value xsi:nil="true"/></item></list></component></expected>`

const testCase = (id: string, result: string) => `<testCase id="${id}">
  <inputNode name="n"><value xsi:type="xsd:decimal">3</value></inputNode><resultNode name="d" type="decision">${result}</resultNode></testCase>`

writeFileSync(
  join(folder, 'own-test-01.xml'),
  `<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <modelName>own.dmn</modelName>
    ${testCase('right', expected('1.5000000001', '2026-01-02'))}
    ${testCase('wrong number', expected('1.6', '2026-01-02'))}
    ${testCase('wrong day', expected('1.5', '2026-01-03'))}
    ${testCase('wrong kind', '<expected><value xsi:type="xsd:string">x</value></expected>')}
  </testCases>`,
)

test('each expected value is compared by kind and value, numbers within rounding', () => {
  expect(runGroup(folder).map(({ isRight }) => isRight)).toEqual([true, false, false, false])
})
