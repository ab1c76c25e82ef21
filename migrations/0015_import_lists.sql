CREATE INDEX `imports_account_state` ON `imports` (`account_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `imports_kind_state` ON `imports` (`kind`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `imports_under_way` ON `imports` (`state`) WHERE state in ('reading', 'applying');