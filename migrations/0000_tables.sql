CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`password_changed_at` integer NOT NULL,
	`must_change_password` integer NOT NULL,
	`disabled_at` integer,
	`failed_sign_ins` integer NOT NULL,
	`locked_until_at` integer,
	`last_sign_in_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "accounts_username_lower" CHECK(username = lower(username))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_username` ON `accounts` (`username`);--> statement-breakpoint
CREATE TABLE `address_attempts` (
	`address` text PRIMARY KEY NOT NULL,
	`failed` integer NOT NULL,
	`window_started_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `calendar_days` (
	`day` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	CONSTRAINT "calendar_days_kind" CHECK(kind in ('holiday','make_up_workday'))
);
--> statement-breakpoint
CREATE TABLE `calendar_years` (
	`year` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `former_passwords` (
	`account_id` text NOT NULL,
	`set_at` integer NOT NULL,
	`password_hash` text NOT NULL,
	PRIMARY KEY(`account_id`, `set_at`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`account_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`account_id`, `organisation_id`, `role`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `memberships_organisation` ON `memberships` (`organisation_id`,`role`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`duty` text,
	`system` text NOT NULL,
	`system_basis` text,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`division_code` text,
	`township_kind` text,
	`profile` text,
	`contact_phone` text NOT NULL,
	`complaint_phone` text NOT NULL,
	`address` text NOT NULL,
	`is_active` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "organisations_kind" CHECK(kind in ('county','department','township')),
	CONSTRAINT "organisations_township" CHECK((kind = 'township') = (township_kind is not null and division_code is not null)),
	CONSTRAINT "organisations_division_code" CHECK(division_code is null or (length(division_code) = 9 and division_code not glob '*[^0-9]*'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_name` ON `organisations` (`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_division` ON `organisations` (`division_code`) WHERE division_code is not null;--> statement-breakpoint
CREATE INDEX `organisations_duty` ON `organisations` (`duty`) WHERE duty is not null;--> statement-breakpoint
CREATE INDEX `organisations_county` ON `organisations` (`created_at`) WHERE kind = 'county';--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`address` text NOT NULL,
	`user_agent` text NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_id` ON `sessions` (`id`);--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`,`expires_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`values` text NOT NULL,
	`is_demo` integer NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "settings_single" CHECK(id = 1)
);
--> statement-breakpoint
CREATE TABLE `substitutions` (
	`id` text PRIMARY KEY NOT NULL,
	`away_account_id` text NOT NULL,
	`substitute_account_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`reason` text NOT NULL,
	`ended_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`away_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`substitute_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "substitutions_period" CHECK(from_at < to_at),
	CONSTRAINT "substitutions_other" CHECK(away_account_id <> substitute_account_id)
);
--> statement-breakpoint
CREATE INDEX `substitutions_away` ON `substitutions` (`away_account_id`,`to_at`);--> statement-breakpoint
CREATE INDEX `substitutions_substitute` ON `substitutions` (`substitute_account_id`,`to_at`);--> statement-breakpoint
CREATE TABLE `grant_events` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor_name` text,
	`actor_organisation` text,
	`on_behalf_of` text,
	`account_id` text,
	`facts` text NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `grant_events_grant` ON `grant_events` (`grant_id`,`id`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text,
	`item_id` text NOT NULL,
	`power_id` text NOT NULL,
	`township_id` text NOT NULL,
	`department_id` text NOT NULL,
	`carrier` text NOT NULL,
	`prerequisites` text NOT NULL,
	`document_number` text NOT NULL,
	`issued_at` integer NOT NULL,
	`term_ends_at` integer NOT NULL,
	`observed_from_at` integer NOT NULL,
	`trial_ends_at` integer,
	`trial_closed_at` integer,
	`is_trial_extended` integer NOT NULL,
	`end_kind` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `menu_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`power_id`) REFERENCES `powers`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`township_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`department_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "grants_end_kind" CHECK(end_kind is null or end_kind in ('returned','swapped','recalled','expired'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grants_request` ON `grants` (`request_id`) WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX `grants_township` ON `grants` (`township_id`,`id`);--> statement-breakpoint
CREATE INDEX `grants_department` ON `grants` (`department_id`,`id`);--> statement-breakpoint
CREATE INDEX `grants_power` ON `grants` (`power_id`,`id`);--> statement-breakpoint
CREATE INDEX `grants_open_trial` ON `grants` (`id`) WHERE trial_ends_at is not null and trial_closed_at is null;--> statement-breakpoint
CREATE TABLE `holdings` (
	`grant_id` text PRIMARY KEY NOT NULL,
	`power_id` text NOT NULL,
	`township_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`power_id`) REFERENCES `powers`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`township_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "holdings_period" CHECK(from_at <= to_at)
);
--> statement-breakpoint
CREATE INDEX `holdings_power_township` ON `holdings` (`power_id`,`township_id`,`from_at`,`to_at`);--> statement-breakpoint
CREATE INDEX `holdings_township` ON `holdings` (`township_id`,`power_id`,`from_at`,`to_at`);--> statement-breakpoint
CREATE INDEX `holdings_start` ON `holdings` (`from_at`);--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`recorded_at` integer NOT NULL,
	`kind` text NOT NULL,
	`grant_id` text NOT NULL,
	`power_id` text NOT NULL,
	`township_id` text NOT NULL,
	`suspension_id` text,
	`effective_at` integer NOT NULL,
	`until_at` integer,
	`detail` text NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`power_id`) REFERENCES `powers`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`township_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `ledger_entries_grant` ON `ledger_entries` (`grant_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `ledger_entries_power` ON `ledger_entries` (`power_id`,`township_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `recall_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`state` text NOT NULL,
	`reason_code` text NOT NULL,
	`basis` text NOT NULL,
	`notice` text NOT NULL,
	`is_urgent` integer NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`hearing_until_at` integer NOT NULL,
	`statement` text,
	`stated_by` text,
	`stated_at` integer,
	`outcome` text,
	`decision_text` text,
	`decided_by` text,
	`decided_at` integer,
	`effective_at` integer,
	`pending_cases` text NOT NULL,
	`suspension_id` text,
	`document_number` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `recall_cases_grant` ON `recall_cases` (`grant_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `recall_cases_one_open` ON `recall_cases` (`grant_id`) WHERE state in ('noticed','heard');--> statement-breakpoint
CREATE TABLE `return_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`state` text NOT NULL,
	`reason_code` text NOT NULL,
	`text` text NOT NULL,
	`wished_on` text NOT NULL,
	`effective_at` integer,
	`pending_cases` text NOT NULL,
	`filed_by` text NOT NULL,
	`filed_at` integer NOT NULL,
	`answer_due_at` integer,
	`answered_by` text,
	`answered_at` integer,
	`support_plan` text,
	`document_number` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `return_cases_grant` ON `return_cases` (`grant_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `return_cases_one_open` ON `return_cases` (`grant_id`) WHERE state in ('filed','accepted','deferred');--> statement-breakpoint
CREATE TABLE `suspensions` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "suspensions_period" CHECK(from_at <= to_at)
);
--> statement-breakpoint
CREATE INDEX `suspensions_grant` ON `suspensions` (`grant_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `suspensions_start` ON `suspensions` (`kind`,`from_at`);--> statement-breakpoint
CREATE INDEX `suspensions_end` ON `suspensions` (`to_at`,`from_at`,`grant_id`);--> statement-breakpoint
CREATE TABLE `menu_editions` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`document_number` text,
	`decided_on` text,
	`published_at` integer,
	`superseded_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "menu_editions_state" CHECK(state in ('draft','published','superseded')),
	CONSTRAINT "menu_editions_published" CHECK((state = 'draft') = (published_at is null and document_number is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `menu_editions_number` ON `menu_editions` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `menu_editions_document` ON `menu_editions` (`document_number`) WHERE document_number is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `menu_editions_one_draft` ON `menu_editions` (`state`) WHERE state = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX `menu_editions_one_published` ON `menu_editions` (`state`) WHERE state = 'published';--> statement-breakpoint
CREATE TABLE `menu_items` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`power_id` text NOT NULL,
	`terms` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `menu_editions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`power_id`) REFERENCES `powers`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `menu_items_power` ON `menu_items` (`edition_id`,`power_id`);--> statement-breakpoint
CREATE INDEX `menu_items_by_power` ON `menu_items` (`power_id`);--> statement-breakpoint
CREATE TABLE `powers` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`statutory_type` text NOT NULL,
	`category` text NOT NULL,
	`field` text NOT NULL,
	`department_id` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`department_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `powers_code` ON `powers` (`code`);--> statement-breakpoint
CREATE INDEX `powers_department` ON `powers` (`department_id`,`code`);--> statement-breakpoint
CREATE TABLE `audit_records` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`on_behalf_of_id` text,
	`on_behalf_of` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	`request_id` text NOT NULL,
	`algorithm` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "audit_records_seq" CHECK(seq > 0),
	CONSTRAINT "audit_records_algorithm" CHECK(algorithm in ('sm3'))
);
--> statement-breakpoint
CREATE INDEX `audit_records_subject` ON `audit_records` (`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_records_action` ON `audit_records` (`action`,`seq`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`actor_id` text NOT NULL,
	`key` text NOT NULL,
	`operation` text NOT NULL,
	`body_hash` text NOT NULL,
	`status` text NOT NULL,
	`answer` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`actor_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `installation` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `issued_documents` (
	`number` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`issued_on` text NOT NULL,
	`issued_at` integer NOT NULL,
	`payload` text NOT NULL,
	CONSTRAINT "issued_documents_sequence" CHECK(sequence > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `issued_documents_year_sequence` ON `issued_documents` (`year`,`sequence`);--> statement-breakpoint
CREATE INDEX `issued_documents_subject` ON `issued_documents` (`subject_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`payload` text NOT NULL,
	`delivered_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_undelivered` ON `outbox` (`seq`) WHERE delivered_at is null;--> statement-breakpoint
CREATE TABLE `sequences` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`power_id` text,
	`township_id` text,
	`due_at` integer,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`outcome` text,
	CONSTRAINT "tasks_closed_whole" CHECK((closed_at is null) = (outcome is null))
);
--> statement-breakpoint
CREATE INDEX `tasks_open_by_due` ON `tasks` (`organisation_id`,`role`,`due_at`,`id`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `tasks_open_newest` ON `tasks` (`organisation_id`,`role`,`id`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `tasks_open_by_subject` ON `tasks` (`subject_kind`,`subject_id`,`kind`) WHERE closed_at is null;--> statement-breakpoint
CREATE TABLE `attestations` (
	`request_id` text NOT NULL,
	`key` text NOT NULL,
	`text` text NOT NULL,
	`attested_at` integer NOT NULL,
	PRIMARY KEY(`request_id`, `key`),
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text,
	`name` text NOT NULL,
	`township_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`submitted_by` text,
	`submitted_at` integer,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`township_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "orders_submitted_whole" CHECK((submitted_at is null) = (number is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_number` ON `orders` (`number`) WHERE number is not null;--> statement-breakpoint
CREATE INDEX `orders_township` ON `orders` (`township_id`,`id`);--> statement-breakpoint
CREATE INDEX `orders_submitted` ON `orders` (`id`) WHERE submitted_at is not null;--> statement-breakpoint
CREATE TABLE `request_events` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`stage` text,
	`account_id` text,
	`actor_name` text,
	`actor_organisation` text,
	`on_behalf_of` text,
	`on_behalf_of_account_id` text,
	`facts` text NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `request_events_request` ON `request_events` (`request_id`,`id`);--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`township_id` text NOT NULL,
	`power_id` text NOT NULL,
	`item_id` text NOT NULL,
	`department_id` text NOT NULL,
	`replaces_grant_id` text,
	`state` text NOT NULL,
	`stage` text,
	`route` text NOT NULL,
	`need` text NOT NULL,
	`cases_per_year` integer,
	`approach` text NOT NULL,
	`officer_ids` text NOT NULL,
	`start_wish_on` text,
	`submitted_at` integer,
	`since_at` integer,
	`due_at` integer,
	`is_due_provisional` integer NOT NULL,
	`remaining_working_days` integer,
	`is_reconsidered` integer NOT NULL,
	`is_extension_used` integer NOT NULL,
	`conditions` text,
	`approved_at` integer,
	`escalated_at` integer,
	`writers` text NOT NULL,
	`hand_over` text,
	`department_signature` text,
	`township_signature` text,
	`grant_id` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`township_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`power_id`) REFERENCES `powers`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`item_id`) REFERENCES `menu_items`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`department_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`replaces_grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "requests_state" CHECK(state in ('draft','in_review','sent_back','approved','preparing','granted','rejected','withdrawn','lapsed')),
	CONSTRAINT "requests_stage" CHECK((stage is not null) = (state in ('in_review','sent_back'))),
	CONSTRAINT "requests_granted" CHECK((state = 'granted') = (grant_id is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `requests_order_item` ON `requests` (`order_id`,`item_id`);--> statement-breakpoint
CREATE INDEX `requests_township` ON `requests` (`township_id`,`id`);--> statement-breakpoint
CREATE INDEX `requests_department` ON `requests` (`department_id`,`id`);--> statement-breakpoint
CREATE INDEX `requests_department_state` ON `requests` (`department_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `requests_state` ON `requests` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `requests_power` ON `requests` (`power_id`,`id`);--> statement-breakpoint
CREATE INDEX `requests_due` ON `requests` (`due_at`,`id`) WHERE due_at is not null and escalated_at is null;--> statement-breakpoint
CREATE INDEX `requests_slots` ON `requests` (`township_id`,`state`,`approved_at`) WHERE state in ('approved','preparing');--> statement-breakpoint
CREATE UNIQUE INDEX `requests_one_running` ON `requests` (`township_id`,`power_id`) WHERE state in ('in_review','sent_back','approved','preparing');--> statement-breakpoint
CREATE UNIQUE INDEX `requests_one_swap` ON `requests` (`replaces_grant_id`) WHERE replaces_grant_id is not null and state in ('in_review','sent_back','approved','preparing');--> statement-breakpoint
CREATE TABLE `waivers` (
	`request_id` text NOT NULL,
	`subject` text NOT NULL,
	`key` text NOT NULL,
	`reason` text NOT NULL,
	`until_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`request_id`, `subject`, `key`, `created_at`),
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`key` text NOT NULL,
	`township_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`power_id` text NOT NULL,
	`kind` text NOT NULL,
	`unit` text NOT NULL,
	`amount` integer NOT NULL,
	`description` text NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`waived_until_at` integer,
	`evidence` text,
	`delivered_at` integer,
	`confirmed_at` integer,
	`dispute_text` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`township_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`power_id`) REFERENCES `powers`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "commitments_state" CHECK(state in ('promised','delivered','disputed','confirmed','waived')),
	CONSTRAINT "commitments_waived" CHECK((state = 'waived') = (waived_until_at is not null)),
	CONSTRAINT "commitments_amount" CHECK(amount > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commitments_request` ON `commitments` (`request_id`,`key`);--> statement-breakpoint
CREATE INDEX `commitments_organisation` ON `commitments` (`organisation_id`,`id`);--> statement-breakpoint
CREATE INDEX `commitments_township` ON `commitments` (`township_id`,`id`);--> statement-breakpoint
CREATE INDEX `commitments_organisation_state` ON `commitments` (`organisation_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `commitments_township_state` ON `commitments` (`township_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `commitments_state` ON `commitments` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `certificate_kinds` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`valid_months` integer NOT NULL,
	`issuer` text NOT NULL,
	`basis` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificate_kinds_name` ON `certificate_kinds` (`name`);--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`officer_id` text NOT NULL,
	`kind_id` text NOT NULL,
	`number` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`revoked_at` integer,
	`revoke_reason` text,
	`session_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`kind_id`) REFERENCES `certificate_kinds`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "certificates_period" CHECK(from_at < to_at)
);
--> statement-breakpoint
CREATE INDEX `certificates_officer` ON `certificates` (`officer_id`,`kind_id`,`from_at`);--> statement-breakpoint
CREATE TABLE `course_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`title` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`place` text NOT NULL,
	`capacity` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "course_sessions_period" CHECK(starts_on <= ends_on)
);
--> statement-breakpoint
CREATE INDEX `course_sessions_course` ON `course_sessions` (`course_id`,`starts_on`);--> statement-breakpoint
CREATE TABLE `courses` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`hours` integer NOT NULL,
	`certificate_kind_id` text NOT NULL,
	`is_active` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`certificate_kind_id`) REFERENCES `certificate_kinds`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `courses_name` ON `courses` (`name`);--> statement-breakpoint
CREATE TABLE `enrolments` (
	`session_id` text NOT NULL,
	`officer_id` text NOT NULL,
	`result` text,
	`score` integer,
	`recorded_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `officer_id`),
	FOREIGN KEY (`session_id`) REFERENCES `course_sessions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`officer_id`) REFERENCES `officers`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `enrolments_officer` ON `enrolments` (`officer_id`);--> statement-breakpoint
CREATE TABLE `officers` (
	`id` text PRIMARY KEY NOT NULL,
	`township_id` text NOT NULL,
	`name` text NOT NULL,
	`post` text NOT NULL,
	`duty_phone` text NOT NULL,
	`joined_on` text NOT NULL,
	`left_on` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`township_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "officers_period" CHECK(left_on is null or joined_on <= left_on)
);
--> statement-breakpoint
CREATE INDEX `officers_township` ON `officers` (`township_id`,`left_on`);