ALTER TABLE `import_files` ADD `emptied_at` integer;--> statement-breakpoint
ALTER TABLE `import_files` ADD `emptied_for` text;