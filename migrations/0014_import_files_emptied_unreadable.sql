-- What cannot be read cannot be searched for what the portal may not keep, so it is not kept either.
DROP TRIGGER `import_files_no_update`;
--> statement-breakpoint
CREATE TRIGGER `import_files_no_update` BEFORE UPDATE ON `import_files`
WHEN NOT (
  OLD.`emptied_at` IS NULL AND NEW.`emptied_at` IS NOT NULL
  AND NEW.`emptied_for` IS NOT NULL AND NEW.`emptied_for` IN (
    'identity_numbers', 'not_a_spreadsheet', 'damaged', 'unpacks_too_large', 'too_many_rows', 'too_many_columns', 'embedded_files',
    'too_large_to_read'
  )
  AND NEW.`hash` = OLD.`hash` AND length(NEW.`bytes`) = 0
)
BEGIN
  SELECT RAISE(ABORT, 'import_files_append_only');
END;
