ALTER TABLE `edition_reviews` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `requests` ADD `common_decision_id` text REFERENCES common_decisions(id);--> statement-breakpoint
CREATE INDEX `requests_common_decision` ON `requests` (`common_decision_id`,`id`) WHERE common_decision_id is not null;