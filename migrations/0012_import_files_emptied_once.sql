-- The bytes of an upload stay as they came. Only what the portal may not keep is emptied: once, wholly, with a reason and an instant.
DROP TRIGGER `import_files_no_update`;
--> statement-breakpoint
CREATE TRIGGER `import_files_no_update` BEFORE UPDATE ON `import_files`
WHEN NOT (
  OLD.`emptied_at` IS NULL AND NEW.`emptied_at` IS NOT NULL AND NEW.`emptied_for` IS 'identity_numbers'
  AND NEW.`hash` = OLD.`hash` AND length(NEW.`bytes`) = 0
)
BEGIN
  SELECT RAISE(ABORT, 'import_files_append_only');
END;
--> statement-breakpoint
CREATE TRIGGER `import_files_insert_whole` BEFORE INSERT ON `import_files`
WHEN NEW.`emptied_at` IS NOT NULL OR NEW.`emptied_for` IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'import_files_append_only');
END;
