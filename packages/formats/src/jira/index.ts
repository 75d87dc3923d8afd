export type { JiraOptions } from './jira-options.ts'
export { isJiraSearch, isJiraTable, readJira } from './read-jira.ts'
