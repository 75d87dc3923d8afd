declare module 'bpmn-moddle' {
  /** Reads and writes BPMN 2.0 files. */
  export class BpmnModdle {
    /** Rejects with an error where the text is no such file. */
    fromXML(
      xml: string,
      type: string,
    ): Promise<{ readonly rootElement: unknown; readonly warnings: readonly { readonly message: string }[] }>
    toXML(element: unknown, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>
  }
}
