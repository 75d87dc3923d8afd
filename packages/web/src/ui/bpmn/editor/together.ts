/** Several changes that are one to take back. */
class Together {
  preExecute({ change }: { readonly change: () => void }): void {
    change()
  }
}

type CommandStack = { readonly registerHandler: (command: string, handler: typeof Together) => void }

/** The name of the command. */
export const TOGETHER = 'millrace.together'

class RegisterTogether {
  static readonly $inject = ['commandStack']

  constructor(commandStack: CommandStack) {
    commandStack.registerHandler(TOGETHER, Together)
  }
}

/** A part of bpmn-js that carries out several changes as one. */
export const together = {
  __init__: ['millraceTogether'],
  millraceTogether: ['type', RegisterTogether],
}
