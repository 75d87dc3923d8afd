/** How a table of an organisation goes into its archive. */
export type ArchiveRule = {
  readonly table: string
  /** Columns that stay behind, and why. */
  readonly without?: readonly string[]
  /** The only columns that go, when it is not all but those. */
  readonly only?: readonly string[]
  /** Which rows go, as a condition on `t`. */
  readonly where?: string
}

/**
 * Jobs that stay behind: a mail is not sent twice, the archive in the making does not make itself
 * again, and what makes work findable is begun by the import.
 */
const JOBS = `t.kind <> all('{identity.send_invitation,exchange.export_organisation,search.read-files}') and t.attempts < t.max_attempts`

/**
 * Every table of an organisation that goes into its archive, in an order in which each finds what it
 * refers to. A test compares it with the database's catalogue.
 */
export const ARCHIVED: readonly ArchiveRule[] = [
  // Whether a provider is the only way in stays behind with the providers: nobody could come in.
  { table: 'organisation', without: ['provider_required'] },
  { table: 'person' },
  // Who of them can sign in; with which account is a matter of each installation.
  { table: 'auth_member', only: ['person_id', 'email_vouched'] },
  { table: 'team' },
  { table: 'team_member' },
  { table: 'item_type' },
  { table: 'custom_field' },
  { table: 'label' },
  { table: 'container' },
  { table: 'container_grant' },
  { table: 'template' },
  { table: 'saved_view' },
  { table: 'work_item' },
  { table: 'relation' },
  { table: 'plan_outside_link' },
  { table: 'visit' },
  { table: 'checklist' },
  { table: 'checklist_line' },
  { table: 'recurrence' },
  { table: 'recurrence_item' },
  { table: 'favourite' },
  { table: 'calendar' },
  { table: 'plan_item' },
  { table: 'resource' },
  { table: 'resource_member' },
  { table: 'assignment' },
  { table: 'assignment_alternative' },
  { table: 'baseline' },
  { table: 'baseline_item' },
  { table: 'phase' },
  { table: 'phase_gate' },
  { table: 'gate_decision' },
  { table: 'plan_package' },
  { table: 'project_plan' },
  { table: 'plan_figures' },
  { table: 'plan_finding' },
  { table: 'risk' },
  { table: 'risk_item' },
  { table: 'phase_item' },
  { table: 'process_step' },
  { table: 'process_form' },
  { table: 'process_version' },
  { table: 'process_version_form' },
  { table: 'process_instance' },
  { table: 'process_token' },
  { table: 'process_wait' },
  { table: 'process_incident' },
  { table: 'process_history' },
  { table: 'process_bulk' },
  { table: 'process_activity' },
  { table: 'process_start_event' },
  { table: 'process_job' },
  { table: 'process_message' },
  { table: 'process_message_taken' },
  { table: 'process_level' },
  { table: 'process_level_clock' },
  { table: 'process_schedule' },
  { table: 'process_schedule_start' },
  { table: 'process_decision' },
  { table: 'process_decision_version' },
  { table: 'process_decision_case' },
  { table: 'process_decision_log' },
  { table: 'case_template' },
  { table: 'case_template_version' },
  { table: 'case_plan' },
  { table: 'case_plan_item' },
  { table: 'case_sentry_part' },
  { table: 'case_history' },
  { table: 'case_adopted_item' },
  { table: 'artifact_type' },
  { table: 'artifact_state' },
  { table: 'practice' },
  { table: 'practice_name' },
  { table: 'practice_version' },
  { table: 'practice_artifact' },
  { table: 'practice_order' },
  { table: 'method_manager' },
  { table: 'area_label' },
  { table: 'area_mark' },
  { table: 'practice_adoption' },
  { table: 'practice_adoption_step' },
  { table: 'practice_change' },
  { table: 'work_artifact' },
  { table: 'item_artifact' },
  { table: 'artifact_step' },
  { table: 'comment' },
  { table: 'file' },
  { table: 'time_entry' },
  { table: 'following' },
  { table: 'notification' },
  { table: 'mute' },
  { table: 'reminder' },
  { table: 'nudge' },
  // The link of an invitation is a secret; another is made where it is wanted.
  { table: 'invitation', without: ['secret_hash'] },
  { table: 'invitation_container' },
  { table: 'import_run' },
  { table: 'import_record' },
  { table: 'event' },
  { table: 'journal_head' },
  { table: 'job', only: ['kind', 'payload', 'unique_key', 'run_at', 'priority', 'created_at'], where: JOBS },
]

/** Every other table that has an organisation, and why it stays behind. */
export const LEFT_BEHIND: Readonly<Record<string, string>> = {
  api_token: 'secrets of programs',
  auth_provider: 'a secret, and an address that each installation registers itself',
  idempotency: 'answers kept for a day, for requests that are sent again to this installation',
  organisation_export: 'the archives themselves',
  plan_forecast: 'made anew by whoever asks: the same seed gives the same answer',
  search_entry: 'made anew from the work itself',
  search_file_text: 'made anew from the contents of files',
}
