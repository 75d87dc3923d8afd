import type { CliEntry } from './command.ts'

/** Every command of `millrace`, in the order of the help. Their code is loaded when they are called for. */
export const commands: readonly CliEntry[] = [
  {
    name: 'serve',
    summary: 'Run the server until it is stopped',
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'migrate',
    summary: 'Bring the schema of the database up to date',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  {
    name: 'backup',
    summary: 'Write everything into one file, also while the server runs',
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    summary: 'Put a backup back, into an empty database',
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'doctor',
    summary: 'Check settings, disk, ports, database and clock',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'seed demo',
    summary: 'Make the demo organisation Harbour Tower beside what there is',
    load: async () => (await import('./seed-demo.ts')).seedDemoCommand,
  },
  {
    name: 'import',
    summary: 'Import a table, a spreadsheet, a plan or another program’s export',
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    name: 'export',
    summary: 'Write what a query finds into a file: CSV, XLSX or JSON',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'check',
    summary: 'Check the dates of plans minute by minute, apart from what calculates them',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  {
    name: 'schedule',
    summary: 'Calculate a Microsoft Project or Primavera file: dates, float, conflicts; without a database',
    load: async () => (await import('./schedule.ts')).scheduleCommand,
  },
  {
    name: 'bpmn check',
    summary:
      'Tell whether the processes of a BPMN file can be executed, and what stands against it; without a database',
    load: async () => (await import('./bpmn-check.ts')).bpmnCheck,
  },
  {
    name: 'bpmn run',
    summary:
      'Run a process of a BPMN file on a clock of its own, and print what happened; without a database',
    load: async () => (await import('./bpmn-run.ts')).bpmnRun,
  },
  {
    name: 'cmmn check',
    summary:
      'Tell whether the cases of a CMMN file can be executed, and what stands against it; without a database',
    load: async () => (await import('./cmmn-check.ts')).cmmnCheck,
  },
  {
    name: 'cmmn run',
    summary: 'Lead a case of a CMMN file through its plan, and print every step; without a database',
    load: async () => (await import('./cmmn-run.ts')).cmmnRun,
  },
  {
    name: 'dmn eval',
    summary: 'Evaluate a decision of a DMN file, and tell which rules matched; without a database',
    load: async () => (await import('./dmn-eval.ts')).dmnEval,
  },
  {
    name: 'organisation export',
    summary: 'Write one organisation into one archive, also while the server runs',
    load: async () => (await import('./organisation-export.ts')).organisationExport,
  },
  {
    name: 'organisation import',
    summary: 'Make an organisation of such an archive',
    load: async () => (await import('./organisation-import.ts')).organisationImport,
  },
  {
    name: 'demo remove',
    summary: 'Remove the demo story from an organisation, and keep what people made',
    load: async () => (await import('./demo-remove.ts')).demoRemove,
  },
  {
    name: 'user add',
    summary: 'Make an account, also where people cannot sign up by themselves',
    load: async () => (await import('./user.ts')).userAdd,
  },
  {
    name: 'user password',
    summary: 'Give somebody a new password and sign them out everywhere',
    load: async () => (await import('./user.ts')).userPassword,
  },
  {
    name: 'provider set',
    summary: 'Let an OpenID Connect provider sign people in, or change one',
    load: async () => (await import('./provider.ts')).providerSet,
  },
  {
    name: 'provider list',
    summary: 'Tell the providers that sign people in to an organisation',
    load: async () => (await import('./provider.ts')).providerList,
  },
  {
    name: 'provider remove',
    summary: 'Forget a provider that signs people in',
    load: async () => (await import('./provider.ts')).providerRemove,
  },
]
