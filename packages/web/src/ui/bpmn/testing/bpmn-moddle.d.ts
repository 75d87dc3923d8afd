/** As far as tests use it; the package brings no types of its own. */
declare module 'bpmn-moddle' {
  import type { Moddle } from '../editor/moddle.ts'
  import type { ModdleElement } from '../services.ts'

  export class BpmnModdle implements Moddle {
    readonly create: Moddle['create']
    readonly createAny: Moddle['createAny']
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement
      readonly elementsById: Readonly<Record<string, ModdleElement>>
    }>
    toXML(element: ModdleElement, options: { readonly format: boolean }): Promise<{ readonly xml: string }>
  }
}
