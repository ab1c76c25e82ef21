ALTER TABLE `grants` ADD `ends_with_grant_id` text;--> statement-breakpoint
CREATE INDEX `grants_existing_document` ON `grants` (`document_number`,`id`) WHERE origin = 'existing';--> statement-breakpoint
ALTER TABLE `tasks` ADD `barred` text;