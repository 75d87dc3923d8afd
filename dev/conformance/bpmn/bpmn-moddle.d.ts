/** As far as the kit uses it; the package brings no types of its own. */
declare module 'bpmn-moddle' {
  export type ModdleElement = {
    readonly $type: string
    readonly id?: string
    $instanceOf(type: string): boolean
  } & Readonly<Record<string, unknown>>

  export class BpmnModdle {
    readonly registry: {
      readonly typeMap: Readonly<Record<string, unknown>>
      getEffectiveDescriptor(type: string): {
        readonly properties: readonly {
          readonly name: string
          readonly default?: string | number | boolean
        }[]
      }
    }
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement
      readonly warnings: readonly { readonly message: string }[]
    }>
    toXML(element: ModdleElement): Promise<{ readonly xml: string }>
  }
}
