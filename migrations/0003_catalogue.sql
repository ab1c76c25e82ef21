CREATE TABLE `alike_verdicts` (
	`left_kind` text NOT NULL,
	`left_id` text NOT NULL,
	`power_id` text NOT NULL,
	`verdict` text NOT NULL,
	`account_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`left_kind`, `left_id`, `power_id`),
	FOREIGN KEY (`power_id`) REFERENCES `powers`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "alike_verdicts_verdict" CHECK(verdict in ('same','different'))
);
--> statement-breakpoint
CREATE TABLE `directory_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`statutory_type` text NOT NULL,
	`field` text NOT NULL,
	`bases` text NOT NULL,
	`scope_note` text NOT NULL,
	`decision` text NOT NULL,
	`decided_on` text NOT NULL,
	`power_id` text,
	`ended_on` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`power_id`) REFERENCES `powers`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `directory_entries_code` ON `directory_entries` (`code`);--> statement-breakpoint
CREATE INDEX `directory_entries_power` ON `directory_entries` (`power_id`);--> statement-breakpoint
CREATE TABLE `duty_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`list` text NOT NULL,
	`township_id` text,
	`name` text NOT NULL,
	`field` text NOT NULL,
	`department` text NOT NULL,
	`note` text NOT NULL,
	`power_id` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`township_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`power_id`) REFERENCES `powers`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "duty_entries_list" CHECK(list in ('basic','supporting','taken_back'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duty_entries_once_in_county` ON `duty_entries` (`list`,`name`) WHERE township_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `duty_entries_once_in_township` ON `duty_entries` (`township_id`,`list`,`name`) WHERE township_id is not null;--> statement-breakpoint
CREATE INDEX `duty_entries_township` ON `duty_entries` (`township_id`,`list`,`id`);--> statement-breakpoint
CREATE INDEX `duty_entries_power` ON `duty_entries` (`power_id`,`list`);--> statement-breakpoint
CREATE TABLE `township_powers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kinds` text NOT NULL,
	`bases` text NOT NULL,
	`power_id` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`power_id`) REFERENCES `powers`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `township_powers_name` ON `township_powers` (`name`);--> statement-breakpoint
CREATE INDEX `township_powers_power` ON `township_powers` (`power_id`);--> statement-breakpoint
CREATE TABLE `common_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`document_number` text NOT NULL,
	`text` text NOT NULL,
	`starts_at` integer NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	`left_out` text NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `menu_items`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `common_decisions_item` ON `common_decisions` (`item_id`,`id`);--> statement-breakpoint
CREATE TABLE `import_files` (
	`hash` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_findings` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`row` integer NOT NULL,
	`column` text NOT NULL,
	`severity` text NOT NULL,
	`code` text NOT NULL,
	`cell` text NOT NULL,
	`params` text NOT NULL,
	`proposal` text NOT NULL,
	PRIMARY KEY(`import_id`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `import_findings_severity` ON `import_findings` (`import_id`,`severity`,`position`);--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`kind` text NOT NULL,
	`header` text NOT NULL,
	`column` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`kind`, `header`)
);
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`row` integer NOT NULL,
	`effect` text NOT NULL,
	`label` text NOT NULL,
	`record` text NOT NULL,
	PRIMARY KEY(`import_id`, `row`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`scope` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`state` text NOT NULL,
	`done_rows` integer NOT NULL,
	`total_rows` integer NOT NULL,
	`sheet` text NOT NULL,
	`headers` text NOT NULL,
	`mapping` text NOT NULL,
	`counts` text NOT NULL,
	`failure` text,
	`account_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`organisation_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`applied_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`file_hash`) REFERENCES `import_files`(`hash`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "imports_state" CHECK(state in ('reading','mapping','checked','applying','applied','failed','discarded'))
);
--> statement-breakpoint
CREATE INDEX `imports_account` ON `imports` (`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `imports_kind` ON `imports` (`kind`,`id`);--> statement-breakpoint
CREATE TABLE `edition_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`edition_version` integer NOT NULL,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`outcome` text,
	`text` text NOT NULL,
	`citation` text NOT NULL,
	`reviewed_by` text,
	`reviewed_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `menu_editions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "edition_reviews_done" CHECK((outcome is null) = (reviewed_at is null))
);
--> statement-breakpoint
CREATE INDEX `edition_reviews_edition` ON `edition_reviews` (`edition_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `edition_reviews_one_open` ON `edition_reviews` (`edition_id`) WHERE outcome is null;--> statement-breakpoint
CREATE TABLE `favourites` (
	`account_id` text NOT NULL,
	`power_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `power_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`power_id`) REFERENCES `powers`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `power_words` (
	`power_id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`power_id`) REFERENCES `powers`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `basis_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`statute_version_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`act` text NOT NULL,
	`new_bases` text,
	`reason` text NOT NULL,
	`account_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`statute_version_id`) REFERENCES `statute_versions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "basis_reviews_act" CHECK(act in ('reconfirmed','rebased','recalled')),
	CONSTRAINT "basis_reviews_rebased" CHECK((act = 'rebased') = (new_bases is not null))
);
--> statement-breakpoint
CREATE INDEX `basis_reviews_subject` ON `basis_reviews` (`subject_kind`,`subject_id`,`statute_version_id`,`id`);--> statement-breakpoint
CREATE INDEX `basis_reviews_version` ON `basis_reviews` (`statute_version_id`,`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `legal_citations` (
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`position` integer NOT NULL,
	`law` text NOT NULL,
	`version_on` text NOT NULL,
	`article` text NOT NULL,
	PRIMARY KEY(`subject_kind`, `subject_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `legal_citations_law` ON `legal_citations` (`law`,`version_on`,`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `statute_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`statute_id` text NOT NULL,
	`version_on` text NOT NULL,
	`ended_on` text,
	`end_kind` text,
	`successor_id` text,
	`end_basis` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`statute_id`) REFERENCES `statutes`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`successor_id`) REFERENCES `statute_versions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "statute_versions_end" CHECK((ended_on is null) = (end_kind is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statute_versions_day` ON `statute_versions` (`statute_id`,`version_on`);--> statement-breakpoint
CREATE INDEX `statute_versions_ended` ON `statute_versions` (`ended_on`) WHERE ended_on is not null;--> statement-breakpoint
CREATE TABLE `statutes` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "statutes_kind" CHECK(kind in ('law','administrative_regulation','local_regulation','rule','other'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statutes_title` ON `statutes` (`title`);--> statement-breakpoint
ALTER TABLE `grants` ADD `origin` text DEFAULT 'request' NOT NULL;--> statement-breakpoint
ALTER TABLE `grants` ADD `common_decision_id` text REFERENCES common_decisions(id);--> statement-breakpoint
CREATE INDEX `grants_item` ON `grants` (`item_id`,`id`);--> statement-breakpoint
CREATE INDEX `grants_common_decision` ON `grants` (`common_decision_id`) WHERE common_decision_id is not null;--> statement-breakpoint
ALTER TABLE `powers` ADD `limits_personal_freedom` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `powers` ADD `came_down_from` text;--> statement-breakpoint
ALTER TABLE `powers` ADD `merged_into_id` text REFERENCES powers(id);