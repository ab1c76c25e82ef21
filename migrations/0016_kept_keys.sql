-- reviewed: shrinks idempotency_keys
-- Keys keep a reference to what was done instead of the whole answer, for 72 hours. Edits of drafts need none, and what is older than that
-- is nobody's any more; no clock is asked here, so the newest key tells what is old.
-- What goes must not stand on in pages that nothing uses any more: there were texts of drafts that somebody had thrown away.
PRAGMA secure_delete = ON;--> statement-breakpoint
DROP TRIGGER `idempotency_keys_no_update`;--> statement-breakpoint
DROP TRIGGER `idempotency_keys_no_delete`;--> statement-breakpoint
ALTER TABLE `accounts` ADD `failed_sign_in_at` integer;--> statement-breakpoint
ALTER TABLE `idempotency_keys` ADD `result_id` text;--> statement-breakpoint
DELETE FROM `idempotency_keys`
WHERE `operation` IN ('putLine', 'dropLine', 'renameOrder', 'editItem')
  OR `created_at` < (SELECT max(`created_at`) FROM `idempotency_keys`) - 259200000;--> statement-breakpoint
UPDATE `idempotency_keys`
SET `result_id` = coalesce(
  json_extract(`answer`, '$.id'), json_extract(`answer`, '$.account.id'), json_extract(`answer`, '$.session.id'),
  json_extract(`answer`, '$.powerId')
);--> statement-breakpoint
CREATE INDEX `idempotency_keys_age` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
ALTER TABLE `idempotency_keys` DROP COLUMN `status`;--> statement-breakpoint
ALTER TABLE `idempotency_keys` DROP COLUMN `answer`;--> statement-breakpoint
CREATE TRIGGER `idempotency_keys_no_update` BEFORE UPDATE ON `idempotency_keys`
BEGIN
  SELECT RAISE(ABORT, 'idempotency_keys_append_only');
END;--> statement-breakpoint
CREATE INDEX `address_attempts_age` ON `address_attempts` (`window_started_at`);--> statement-breakpoint
CREATE INDEX `sessions_expired` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE INDEX `imports_discarded` ON `imports` (`created_at`) WHERE state = 'discarded';--> statement-breakpoint
CREATE INDEX `imports_file` ON `imports` (`file_hash`);--> statement-breakpoint
-- Files of imports that were given up are emptied after a while; sent in again, they are whole again.
DROP TRIGGER `import_files_no_update`;--> statement-breakpoint
CREATE TRIGGER `import_files_no_update` BEFORE UPDATE ON `import_files`
WHEN NOT (
  NEW.`hash` = OLD.`hash` AND (
    OLD.`emptied_at` IS NULL AND NEW.`emptied_at` IS NOT NULL
    AND NEW.`emptied_for` IS NOT NULL AND NEW.`emptied_for` IN (
      'identity_numbers', 'not_a_spreadsheet', 'damaged', 'unpacks_too_large', 'too_many_rows', 'too_many_columns', 'embedded_files',
      'too_large_to_read', 'discarded'
    )
    AND length(NEW.`bytes`) = 0
    OR OLD.`emptied_for` IS 'discarded' AND NEW.`emptied_at` IS NULL AND NEW.`emptied_for` IS NULL AND length(NEW.`bytes`) > 0
  )
)
BEGIN
  SELECT RAISE(ABORT, 'import_files_append_only');
END;
