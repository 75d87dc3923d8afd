/** An expression as it is written. */
export type BpmnExpression = { readonly text: string; readonly language: string | null }
